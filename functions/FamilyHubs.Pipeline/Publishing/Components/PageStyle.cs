using System.Security.Cryptography;
using System.Text;
using FamilyHubs.Pipeline.Publishing.Charts;

namespace FamilyHubs.Pipeline.Publishing.Components;

/// <summary>The style sheet of pages and the policy that allows it, and nothing else.</summary>
internal static class PageStyle
{
    public const string Css =
        "*{box-sizing:border-box}"
        + "html{-webkit-text-size-adjust:100%}"
        + "body{margin:0;font:16px/1.5 Arial,sans-serif;color:" + Palette.Text + ";background:" + Palette.Shade + "}"
        + "a{color:" + Palette.Own + "}"
        + "a:focus,summary:focus,.scroll:focus{outline:3px solid " + Palette.Text + ";outline-offset:2px;background-color:#ffdd00;color:" + Palette.Text + "}"
        + ".scroll:focus{background-color:transparent}"
        + ".skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;padding:8px 12px;z-index:1}"
        + "header{background:" + Palette.Banner + ";color:" + Palette.Paper + "}"
        + ".width{max-width:1080px;margin:0 auto;padding:20px 24px}"
        + "header p{margin:0 0 4px}h1{font-size:32px;line-height:1.2;margin:0 0 6px}h2{font-size:24px;line-height:1.25;margin:0 0 12px}h3{font-size:18px;line-height:1.3;margin:0 0 8px}"
        + "section,.summary,nav{background:" + Palette.Paper + ";border:1px solid " + Palette.Rule + ";padding:20px 24px;margin:0 0 16px}"
        + ".summary ul{list-style:none;margin:0;padding:0}.summary li{border-left:4px solid " + Palette.Own + ";padding:6px 0 6px 14px;margin:0 0 8px;font-size:18px}"
        + "nav ul,.columns{columns:3 230px;column-gap:36px;margin:0;padding:0 0 0 18px}nav li{margin:0 0 4px}"
        + "nav.site{border:0;border-bottom:1px solid " + Palette.Rule + ";padding:0;margin:0}nav.site .width{padding-top:0;padding-bottom:0}"
        + "nav.site ul{columns:auto;display:flex;flex-wrap:wrap;gap:0 24px;list-style:none;padding:0}nav.site li{margin:0}"
        + "nav.site a{display:inline-block;padding:12px 0 8px;border-bottom:4px solid transparent}"
        + "nav.site a[aria-current]{font-weight:bold;color:" + Palette.Text + ";text-decoration:none;border-bottom-color:" + Palette.Own + "}"
        + "table{border-collapse:collapse;width:100%;font-size:15px;line-height:1.35}"
        + "caption{text-align:left;font-weight:bold;font-size:16px;padding:0 0 6px}"
        + "th,td{padding:6px 12px 6px 0;text-align:left;border-bottom:1px solid " + Palette.Rule + ";vertical-align:top}"
        + "th:last-child,td:last-child{padding-right:0}"
        + "tbody th{font-weight:normal;min-width:130px}"
        + "thead th{color:" + Palette.Muted + ";font-size:14px;border-bottom:2px solid " + Palette.Muted + ";vertical-align:bottom}"
        + ".number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}thead .number{white-space:normal}"
        + ".total{background:" + Palette.Shade + "}.total th,.total .own{font-weight:bold}"
        + ".scroll{overflow-x:auto;margin:0 0 16px}.scroll td:not(.number){min-width:100px}.scroll td:last-child:not(.number){min-width:180px}"
        + ".ranking{display:flex;flex-wrap:wrap;gap:16px 32px;margin:0 0 20px}.ranking>*{flex:1 1 400px;min-width:0}.ranking>.picture{flex:1 1 320px;max-width:440px}"
        + ".chart{display:block;width:100%;height:auto;font-family:Arial,sans-serif}.chart-wide{max-width:720px}"
        + ".tag-good,.tag-near,.tag-bad,.tag-plain{display:inline-block;padding:1px 8px;border-left:5px solid;white-space:nowrap;font-weight:bold}"
        + ".tag-good{background-color:" + Palette.Good + ";color:" + Palette.GoodText + "}.tag-near{background-color:" + Palette.Near + ";color:" + Palette.NearText + "}"
        + ".tag-bad{background-color:" + Palette.Bad + ";color:" + Palette.BadText + "}.tag-plain{background-color:" + Palette.Shade + ";color:" + Palette.Text + "}"
        + ".verbatim{white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 16px;padding:8px 16px;border-left:4px solid " + Palette.Rule + "}"
        + ".note{color:" + Palette.Muted + ";font-size:14px;margin:0 0 8px}"
        + ".callout{border-left:6px solid " + Palette.NoticeEdge + ";background:" + Palette.Notice + ";padding:12px 16px;margin:0 0 16px}.callout p{margin:0 0 4px}"
        + "details details{margin-left:16px}details{border-top:1px solid " + Palette.Rule + ";padding:8px 0}summary{cursor:pointer;color:" + Palette.Own + ";padding:4px}details[open] summary{margin:0 0 8px}"
        + "footer{color:" + Palette.Muted + ";font-size:14px}"
        + "@media (max-width:640px){.width{padding:14px 12px}section,.summary,nav{padding:14px 12px}h1{font-size:26px}h2{font-size:21px}tbody th{min-width:96px}table{font-size:14px}th,td{padding:6px 8px 6px 0}caption{position:sticky;left:0;max-width:calc(100vw - 52px)}}"
        + "@media print{body{background:#fff;font-size:11pt}header{background:#fff;color:" + Palette.Text + "}nav,.skip{display:none}"
        + "section,.summary{border:0;padding:8px 0;break-inside:auto}tr,svg,.callout{break-inside:avoid}h2,h3,caption{break-after:avoid}.scroll{overflow:visible}}";

    /// <summary>No script, no frame, no form, no request to anywhere; the one style sheet by its hash.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; base-uri 'none'; form-action 'none'";
}
