package no.nullpunkt.access;

import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a person recognises a session by, and no more: which browser on which system, and roughly from where.
 *
 * @param browser without versions, such as Firefox, Windows
 * @param network the address without its last part, such as 192.0.2.0/24: enough to tell work from home
 */
record Device(String browser, String network) {

    private static final int V4_NETWORK = 3;
    private static final int V6_NETWORK = 6;

    private record Known(String sign, String name) {}

    /** The order counts: Edge calls itself Chrome too, and Chrome Safari. */
    private static final List<Known> BROWSERS = List.of(
            new Known("Edg", "Edge"),
            new Known("OPR/", "Opera"),
            new Known("Firefox", "Firefox"),
            new Known("Chrome", "Chrome"),
            new Known("Safari", "Safari"));

    /** Android calls itself Linux too, and iPhones a kind of Mac OS. */
    private static final List<Known> SYSTEMS = List.of(
            new Known("Android", "Android"),
            new Known("iPhone", "iPhone"),
            new Known("iPad", "iPad"),
            new Known("Windows", "Windows"),
            new Known("Mac OS", "Mac"),
            new Known("CrOS", "Chromebook"),
            new Known("Linux", "Linux"));

    static Device of(RoutingContext request) {
        var agent = Objects.requireNonNullElse(request.request().getHeader("User-Agent"), "");
        var browser = List.of(named(BROWSERS, agent), named(SYSTEMS, agent)).stream()
                .filter(name -> !name.isEmpty())
                .reduce((first, second) -> first + ", " + second)
                .orElse("");
        return new Device(browser, network(request.request().remoteAddress().hostAddress()));
    }

    private static String named(List<Known> all, String agent) {
        return all.stream()
                .filter(each -> agent.contains(each.sign))
                .map(Known::name)
                .findFirst()
                .orElse("");
    }

    /** The first three bytes of an address of version 4, the first six of one of version 6. */
    static String network(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            var kept = bytes.length == 4 ? V4_NETWORK : V6_NETWORK;
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * Byte.SIZE;
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
