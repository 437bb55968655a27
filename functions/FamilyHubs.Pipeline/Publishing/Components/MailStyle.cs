using System.Globalization;
using FamilyHubs.Pipeline.Publishing.Charts;

namespace FamilyHubs.Pipeline.Publishing.Components;

/// <summary>Inline styles of mails. Outlook inherits neither font nor colour into a table, so each text states both; the papers behind it state their background for dark mode.</summary>
internal static class MailStyle
{
    public const string Text = "font:16px/24px " + Family + Ink;
    public const string Small = "font:14px/20px " + Family + MutedInk;
    public const string Cell = "font:15px/20px " + Family + Ink + Underline;
    public const string Number = Cell + "text-align:right;white-space:nowrap;";
    public const string LongHeading = "font:bold 15px/20px " + Family + Ink + "text-align:left;padding:8px 8px 0 0;";
    public const string Tight = "padding-right:3px;font-size:13px;";
    public const string AfterNumbers = "padding-left:4px;";
    public const string Head = "font:bold 13px/18px " + Family + MutedInk + "border-bottom:2px solid " + Palette.Muted + ";padding:4px 8px 4px 0;vertical-align:bottom;";
    public const string Caption = "font:bold 15px/21px " + Family + Ink + "text-align:left;padding:0 0 4px 0;";
    public const string Heading = "font:bold 20px/26px " + Family + Ink + "margin:0;";
    public const string SubHeading = "font:bold 16px/24px " + Family + Ink + "margin:12px 0 0 0;";
    public const string NoticeHeading = "font:bold 16px/24px " + Family + Ink + "margin:0 0 4px 0;";
    public const string Bar = "font-size:1px;line-height:14px;";
    public const string OwnNumber = "font:bold 15px/20px " + Family + Ink + Figure;
    public const string BesideNumber = "font:14px/20px " + Family + MutedInk + Figure;

    private const string Family = "Arial,sans-serif;";
    private const string Ink = "color:" + Palette.Text + ";";
    private const string MutedInk = "color:" + Palette.Muted + ";";
    private const string Underline = "border-bottom:1px solid " + Palette.Rule + ";padding:5px 8px 5px 0;";
    private const string Figure = "white-space:nowrap;";

    /// <summary>Share of its cell that the longest bar takes; the rest is for the figure.</summary>
    private const double LongestBar = 66;

    /// <summary>Width of a bar as HTML attribute.</summary>
    public static string Width(double length) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(length * LongestBar))}%");
}
