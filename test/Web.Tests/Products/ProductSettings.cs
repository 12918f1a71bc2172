namespace MultiLine.Web.Tests.Products;

/// <summary>What product and simulator are told, so that they find each other and nothing is waited for that a test has no use for.</summary>
internal static class ProductSettings
{
    public const string VerifyToken = "simulator-verify-token";

    private const string AppSecret = "simulator-app-secret";
    private const string AccessToken = "simulator-access-token";
    private const string SmsAccount = "AC00000000000000000000000000000001";
    private const string SmsToken = "simulator-sms-token";

    public static IEnumerable<string> OfProduct(string folder, Uri address, Uri simulator) =>
    [
        $"--Storage:DataDirectory={Path.Combine(folder, "product")}",
        $"--WhatsApp:BaseAddress={simulator}",
        $"--WhatsApp:AccessToken={AccessToken}",
        $"--WhatsApp:AppSecrets:0={AppSecret}",
        $"--WhatsApp:VerifyToken={VerifyToken}",
        $"--Sms:BaseAddress={simulator}",
        $"--Sms:AccountSid={SmsAccount}",
        $"--Sms:AuthTokens:0={SmsToken}",
        $"--Sms:PublicUrl={address}",
        "--Sending:PairInterval=00:00:00.001",
        "--Sending:SmsPerSecond=100",
    ];

    public static IEnumerable<string> OfSimulator(string folder, Uri product) =>
    [
        "--urls=http://127.0.0.1:0",
        $"--Simulator:DataDirectory={Path.Combine(folder, "simulator")}",
        $"--Simulator:AccessToken={AccessToken}",
        $"--Simulator:AppSecret={AppSecret}",
        $"--Simulator:Sms:AccountSid={SmsAccount}",
        $"--Simulator:Sms:AuthToken={SmsToken}",
        $"--Simulator:Sms:CallbackUrl={new Uri(product, "webhooks/sms")}",
        "--Simulator:Review:Delay=00:00:00.01",
        "--Simulator:Statuses:SentAfter=00:00:00.01",
        "--Simulator:Statuses:DeliveredAfter=00:00:00.01",
        "--Simulator:Statuses:ReadAfter=00:00:00.01",
        "--Simulator:Webhooks:FirstRetry=00:00:00.05",
    ];
}
