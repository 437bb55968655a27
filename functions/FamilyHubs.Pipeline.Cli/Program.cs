Console.WriteLine("familyhubs");
