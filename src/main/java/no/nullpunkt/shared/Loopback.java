package no.nullpunkt.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells whether an address is this very machine's, which nobody else reaches. */
public final class Loopback {

    private Loopback() {}

    public static boolean is(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
