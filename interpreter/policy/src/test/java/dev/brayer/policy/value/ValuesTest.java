package dev.brayer.policy.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.brayer.number.Decimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "nginx, index.docker.io, library/nginx, latest, -",
                "acme/pg:9, index.docker.io, acme/pg, 9, -",
                "docker.io/redis:7, docker.io, library/redis, 7, -",
                "foo/bar/baz:1, index.docker.io, foo/bar/baz, 1, -",
                "localhost:5000/x:1, localhost:5000, x, 1, -",
                "localhost/x, localhost, x, latest, -",
                "[::1]:5000/x, [::1]:5000, x, latest, -",
                "[::1]:5000/x:2, [::1]:5000, x, 2, -",
                "quay.io/acme/pg@sha256:ab, quay.io, acme/pg, -, sha256:ab",
                "quay.io/acme/pg:9@sha256:ab, quay.io, acme/pg, 9, sha256:ab",
                "http://registry.local:80/a/b/c:1, registry.local:80, a/b/c, 1, -",
            })
    void imagesAreTakenApart(String text, String registry, String name, String tag, String digest) {
        ImageName image = ImageName.parse(text);
        assertNotNull(image);
        assertEquals(registry, image.registry());
        assertEquals(name, image.name());
        assertEquals(tag, image.tag());
        assertEquals(digest, image.digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "x:",
                "x@",
                "x@sha256",
                "x@sha256:",
                "/x",
                "x/",
                "a//b",
                "x:1:2",
                "https://",
                "ümlaut"
            })
    void whatIsNoImage(String text) {
        assertNull(ImageName.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, 10.0.0.7/32, 10.0.0.7, 10.0.0.7",
        "10.1.2.3/8, 10.1.2.3/8, 10.0.0.1, 10.255.255.254",
        "10.0.0.0/31, 10.0.0.0/31, 10.0.0.0, 10.0.0.1",
        "0.0.0.0/0, 0.0.0.0/0, 0.0.0.1, 255.255.255.254",
        "::1, ::1/128, ::1, ::1",
        "2001:db8::/64, 2001:db8::/64, 2001:db8::, 2001:db8::ffff:ffff:ffff:ffff",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1/128, 2001:db8::1:0:0:1, 2001:db8::1:0:0:1",
        "::ffff:10.0.0.1, ::ffff:a00:1/128, ::ffff:a00:1, ::ffff:a00:1",
        "1:0:3:4:5:6:7:8, 1:0:3:4:5:6:7:8/128, 1:0:3:4:5:6:7:8, 1:0:3:4:5:6:7:8",
    })
    void addressesAreRead(String text, String written, String first, String last) {
        IpNetwork network = IpNetwork.parse(text);
        assertNotNull(network);
        assertEquals(written, network.toString());
        assertEquals(first, network.first().addressText());
        assertEquals(last, network.last().addressText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.01",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "1.2.3.4.5",
                ":",
                ":::",
                "1::2::3",
                "12345::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "::/129",
                "1:2:3:4:5:6:7::8:9",
                "fe80::1%eth0",
                "１.2.3.4"
            })
    void whatIsNoAddress(String text) {
        assertNull(IpNetwork.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'>=1.2 <2', 1.2.0, true",
        "'>=1.2 <2', 2.0.0, false",
        "'>=1.2 <2', 1.1.9, false",
        "'^1.2.3', 1.9.0, true",
        "'^1.2.3', 2.0.0, false",
        "'^0.2.3', 0.2.9, true",
        "'^0.2.3', 0.3.0, false",
        "'^0.0.3', 0.0.4, false",
        "'~1.2.3', 1.2.9, true",
        "'~1.2.3', 1.3.0, false",
        "'~1', 1.9.0, true",
        "'1.x', 1.5.0, true",
        "'1.x', 2.0.0, false",
        "'*', 5.0.0, true",
        "'1.2 - 2.3', 2.3.9, true",
        "'1.2 - 2.3', 2.4.0, false",
        "'1 || 3', 3.1.0, true",
        "'1 || 3', 2.1.0, false",
        "'~> 1.5', 1.6.5, true",
        "'~> 1.5', 2.0.0, false",
        "'~> 1.5.1', 1.5.9, true",
        "'~> 1.5.1', 1.6.0, false",
        "'> 1.2', 1.2.9, false",
        "'> 1.2', 1.3.0, true",
        "'<= 1.2', 1.2.9, true",
        "'= 1.2.3', 1.2.3+build, true",
        "'>1.0.0', 2.0.0-rc.1, false",
        "'>=2.0.0-rc.1', 2.0.0-rc.2, true",
        "'^1.2.3-beta.2', 1.2.3-beta.10, true",
        "'^1.2.3-beta.2', 1.2.4-beta.2, false",
        "'', 1.0.0, true"
    })
    void rangesAdmitVersions(String range, String version, boolean admitted) {
        VersionRange parsed = VersionRange.parse(range);
        SemanticVersion candidate = SemanticVersion.parse(version);
        assertNotNull(parsed);
        assertNotNull(candidate);
        assertEquals(admitted, parsed.admits(candidate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", ">=", "1.2.3.4", ">>1", "1.2.3 -", "1.2.3-"})
    void whatIsNoRange(String text) {
        assertNull(VersionRange.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0-alpha, 1.0.0-alpha.1",
        "1.0.0-alpha.1, 1.0.0-beta",
        "1.0.0-beta.2, 1.0.0-beta.11",
        "1.0.0-rc.1, 1.0.0",
        "1.9.0, 1.10.0",
        "v1.2, 1.2.1",
        "99999999999999999999.0.0, 99999999999999999999.0.1"
    })
    void versionsHaveAnOrder(String lower, String higher) {
        SemanticVersion one = SemanticVersion.parse(lower);
        SemanticVersion two = SemanticVersion.parse(higher);
        assertNotNull(one);
        assertNotNull(two);
        assertEquals(-1, Integer.signum(one.compareTo(two)));
        assertEquals(1, Integer.signum(two.compareTo(one)));
    }

    @ParameterizedTest
    @CsvSource({
        "1Gi, 1073741824",
        "0.5Gi, 536870912",
        "100m, 0.1",
        "1e3, 1000",
        "2E, 2000000000000000000",
        "5, 5",
        "-1k, -1000",
        "1E-2, 0.01",
        "+1.5M, 1500000",
        "12n, 0.000000012"
    })
    void quantitiesAreExact(String text, Decimal amount) {
        Decimal parsed = Quantity.parse(text);
        assertNotNull(parsed);
        assertEquals(0, amount.compareTo(parsed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Gi", "1 Gi", "1gi", "1KI", "1e", "1e999", ".", "1.2.3", "0x10", "1Gib"})
    void whatIsNoQuantity(String text) {
        assertNull(Quantity.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "30s, 30",
        "1h30m, 5400",
        "1.5m, 90",
        "500ms, 0.5",
        "-2s, -2",
        "0, 0",
        "1us, 0.000001",
        "15d, 1296000",
        "1w2d12h, 820800"
    })
    void durationsAreExact(String text, Decimal seconds) {
        Decimal parsed = Duration.parse(text);
        assertNotNull(parsed);
        assertEquals(0, seconds.compareTo(parsed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "1y", "1M", "1h 30m", "1h30", "--1s"})
    void whatIsNoDuration(String text) {
        assertNull(Duration.parse(text));
    }
}
