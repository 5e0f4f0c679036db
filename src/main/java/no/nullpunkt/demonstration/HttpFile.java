package no.nullpunkt.demonstration;

import java.util.List;
import java.util.Map;

/**
 * A file of requests in the dialect that REST Client, Visual Studio, httpYac and Kulala have in common.
 *
 * @param name to call it by in messages
 * @param variables what {@code @name = value} says, references and all
 */
record HttpFile(String name, Map<String, String> variables, List<Request> requests) {

    /**
     * One request as it is written, its references not yet replaced.
     *
     * @param line of the method and address, from 1
     * @param title after the {@code ###}; may be empty
     * @param name by which later requests refer to the answer, or null
     * @param expected the status {@code # @expect} asks for, or null for any that tells of success
     * @param body null where there is none
     */
    record Request(
            int line,
            String title,
            String name,
            Integer expected,
            String method,
            String url,
            List<Header> headers,
            String body) {}

    record Header(String name, String value) {}
}
