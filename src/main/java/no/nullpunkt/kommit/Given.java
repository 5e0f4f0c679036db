package no.nullpunkt.kommit;

/** Something that was filled in, and where. */
record Given<T>(T value, Place place) {

    static <T> T valueOf(Given<T> given) {
        return given == null ? null : given.value();
    }
}
