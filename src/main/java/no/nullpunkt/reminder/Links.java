package no.nullpunkt.reminder;

import java.time.YearMonth;

/**
 * Where in the service someone is sent to.
 *
 * @param base the address of the service, without a slash at the end
 */
record Links(String base) {

    /** The values of a month that the reader fills in. */
    String openValues(String municipalityNumber, YearMonth month) {
        return base + "/?kommune=" + municipalityNumber + "&maned=" + month;
    }

    String preferences() {
        return base + ReminderPages.PATH;
    }

    String calendar(String token) {
        return base + "/api/v1/calendars/" + token + ".ics";
    }
}
