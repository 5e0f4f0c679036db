package no.nullpunkt.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A session of a browser as its person is shown it.
 *
 * @param seenAt the last request, to the minute
 * @param browser which one on which system, empty where it does not tell
 * @param network the address it began from without its last part
 * @param current whether it is the one that asks
 */
record PageSession(UUID id, Instant beganAt, Instant seenAt, String browser, String network, boolean current) {}
