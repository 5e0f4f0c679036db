package no.nullpunkt.demonstration;

/** A walk that could not be read or went wrong; the message says where and what was answered. */
class WalkException extends RuntimeException {

    WalkException(String message) {
        super(message);
    }

    WalkException(String message, Throwable cause) {
        super(message, cause);
    }
}
