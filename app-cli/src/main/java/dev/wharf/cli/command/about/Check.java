package dev.wharf.cli.command.about;

/**
 * One thing the doctor looked at.
 *
 * @param subject what
 * @param status how it is
 * @param detail what was seen, and what to do
 */
record Check(String subject, Status status, String detail) {
    /** How a thing is. */
    enum Status {
        /** As it should be. */
        OK,
        /** Not as it should be, yet things work. */
        WARNING,
        /** In the way of work. */
        FAILED
    }

    static Check ok(String subject, String detail) {
        return new Check(subject, Status.OK, detail);
    }

    static Check warning(String subject, String detail) {
        return new Check(subject, Status.WARNING, detail);
    }

    static Check failed(String subject, String detail) {
        return new Check(subject, Status.FAILED, detail);
    }
}
