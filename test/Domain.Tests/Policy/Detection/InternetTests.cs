namespace MultiLine.Domain.Tests.Policy.Detection;

public sealed class InternetTests
{
    [Theory]
    [InlineData("EMAIL_ADDRESS", "Write to [anna.schmidt+news@mail.example.co.uk].")]
    [InlineData("EMAIL_ADDRESS", "<[a@example.com]>, ([b@example.com]); mailto:[c@example.com]")]
    [InlineData("EMAIL_ADDRESS", "Email=[ann@example.com]&x=1")]
    [InlineData("EMAIL_ADDRESS", "[bounces+ann=example.com@lists.example.org]")]
    [InlineData("EMAIL_ADDRESS", "[\"ann lee\"@example.com] is quoted")]
    [InlineData("EMAIL_ADDRESS", "[müller@köln.de] and [info@例え.jp]")]
    [InlineData("EMAIL_ADDRESS", "[x@xn--bcher-kva.example]")]
    [InlineData("EMAIL_ADDRESS", "[o'brien@example.com]'s")]
    [InlineData("EMAIL_ADDRESS", "@ann, a@b, a@b.c, a@.com, a.@example.com, https://ann@example.com/, @example.com, a@b@c.de")]
    [InlineData("URL", "See [https://www.example.com/a(b)?c=d#e].")]
    [InlineData("URL", "([http://example.com]) [ftp://example.com/x], [www.example.org]!")]
    [InlineData("URL", "[example.com], [shop.example.co.uk:8080/path]")]
    [InlineData("URL", "visit [example.it]")]
    [InlineData("URL", "done.It was, e.g. this, node.js, README.md, ann@example.com, a.b.c, 1.5, foo.bar(), U.S.")]
    [InlineData("URL", "javascript:alert(1), urn:isbn:1, 12:30")]
    [InlineData("IP_ADDRESS", "from [192.168.0.1] to [10.0.0.1]:8080, [172.16.0.0]/12.")]
    [InlineData("IP_ADDRESS", "IP:[8.8.8.8], http://[127.0.0.1]:5080/")]
    [InlineData("IP_ADDRESS", "[2001:db8::1], [2001:0db8:0000:0000:0000:ff00:0042:8329]; [fe80::1]%eth0")]
    [InlineData("IP_ADDRESS", "[::1] and [::ffff:192.0.2.128] and [2001:db8::]/32")]
    [InlineData("IP_ADDRESS", "version 1.2.3.4, v1.2.3.4, 256.1.1.1, 1.2.3, 1.2.3.4.5, 01.2.3.4, a-1.2.3.4")]
    [InlineData("IP_ADDRESS", "Please update the terminal to 13.4.2.9.")]
    [InlineData("IP_ADDRESS", "Please update the firewall to [13.4.2.9], it is installed.")]
    [InlineData("IP_ADDRESS", "Rule 3.4.2.9 forbids it.")]
    [InlineData("IP_ADDRESS", "The DNS is at [3.4.2.9].")]
    [InlineData("IP_ADDRESS", "Ask [10.4.2.9] or [3.44.2.9].")]
    [InlineData("IP_ADDRESS", "Oracle client 12.1.0.2 is installed.")]
    [InlineData("IP_ADDRESS", "12:30:45, std::vector, a::b::c, 1:2:3:4:5:6:7:8:9, ::, EA:8D:99:DD:36:AA:2D:01")]
    [InlineData("MAC_ADDRESS", "[00:1A:2B:3C:4D:5E], [00-1a-2b-3c-4d-5e], [001a.2b3c.4d5e]")]
    [InlineData("MAC_ADDRESS", "00:1A:2B:3C:4D, 00:1A:2B:3C:4D:5E:6F, 00:00:00:00:00:00, 00:1A-2B:3C:4D:5E, zz:1A:2B:3C:4D:5E")]
    public void An_address_is_found_without_what_surrounds_it(string type, string marked) => Found.Exactly(type, marked);

    [Fact]
    public void The_host_of_a_URL_may_be_in_brackets() =>
        Assert.Equal(["http://[2001:db8::1]:80/"], Found.Of("URL", "at http://[2001:db8::1]:80/, they say"));

    [Fact]
    public void What_is_surely_something_of_its_own_is_found_inside_a_URL_as_well() =>
        Assert.Equal(
            ["URL", "EMAIL_ADDRESS", "CREDIT_CARD"], Found.All("https://example.com/pay?mail=ann@example.com&card=4111111111111111&tel=0301234567").Select(h => h.Type));
}
