namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>
/// Names of no one: given names and surnames are drawn apart. Some hold the characters that tell Windows-1252 from others.
/// </summary>
internal static class SampleNames
{
    public static readonly string[] Girls =
    [
        "Amelia", "Anna", "Aoife", "Beatrice", "Bryony", "Chloé", "Daisy", "Edith", "Elsie", "Esme", "Fatima", "Freya", "Grace", "Hannah",
        "Imogen", "Iris", "Ivy", "Jasmine", "Kezia", "Layla", "Leila", "Lottie", "Mabel", "Maya", "Mia", "Nadia", "Niamh", "Olive", "Orla",
        "Phoebe", "Poppy", "Priya", "Renée", "Rosa", "Ruby", "Saoirse", "Sofia", "Tilly", "Willow", "Zara", "Zoë",
    ];

    public static readonly string[] Boys =
    [
        "Aaron", "Adam", "Alfie", "Amir", "Archie", "Arthur", "Benjamin", "Caleb", "Callum", "Dylan", "Elijah", "Ethan", "Felix", "Finn",
        "Freddie", "George", "Hassan", "Henry", "Isaac", "Jack", "Jakub", "José", "Jude", "Kai", "Leo", "Logan", "Louis", "Luca", "Max",
        "Mohammed", "Noah", "Omar", "Oscar", "Reuben", "Rory", "Samuel", "Theo", "Toby", "Tomasz", "William", "Zachary",
    ];

    public static readonly string[] Surnames =
    [
        "Abbott", "Achebe", "Alderman", "Ashworth", "Bairstow", "Beckett", "Begum", "Blackwood", "Brennan", "Byrne", "Carmichael", "Chowdhury",
        "Clifton", "Copperfield", "Da Silva", "Dalton", "Delaney", "Desai", "Driscoll", "Eastwood", "Ellery", "Fairbairn", "Farrow", "Fernández",
        "Fielding", "Garside", "Goodfellow", "Greenhalgh", "Hallam", "Hargreaves", "Hawthorne", "Hussain", "Iqbal", "Jankowski", "Kaur",
        "Kowalska", "Larkin", "Lathbury", "Lockwood", "Mc\u2019Allister", "Marlowe", "Mensah", "Müller", "Northcote", "Nowak", "O\u2019Neill",
        "O\u2019Shea", "Okafor", "Oakes", "Pemberton", "Penhaligon", "Quayle", "Rahman", "Ravenscroft", "Redfern", "Sharma", "Shackleton",
        "Smith-Jones", "Stanhope", "Tattersall", "Thackeray", "Thornbury", "Underhill", "Vasquez", "Wainwright", "Whitlock", "Yardley",
    ];

    public static readonly string[] Roads =
    [
        "Acorn Close", "Beacon Hill", "Blackthorn Way", "Bramble Lane", "Canal Walk", "Cherry Tree Avenue", "Church Row", "Clover Field",
        "Cooper\u2019s Yard", "Dovecote Drive", "Elm Grove", "Ferry Road", "Foxglove Crescent", "Granary Court", "Harbour View", "Heron Way",
        "Juniper Road", "Kiln Lane", "Lark Rise", "Maltings Mews", "Meadow View", "Mill Road", "Nightingale Gardens", "Old Orchard",
        "Paddock Street", "Quarry Bank", "Rectory Lane", "Saddlers Close", "Station Approach", "Sycamore Drive", "The Green", "Wheatsheaf Road",
    ];
}
