package dev.wharf.testkit.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;

/** The bytes of archives that the server counted. */
final class Traffic {
    private final MeterRegistry meters;
    private long receivedBefore;
    private long sentBefore;

    Traffic(ApplicationContext context) {
        this.meters = context.getBean(MeterRegistry.class);
    }

    synchronized long received() {
        return counted("wharf.archive.bytes.received") - receivedBefore;
    }

    synchronized long sent() {
        return counted("wharf.archive.bytes.sent") - sentBefore;
    }

    synchronized void reset() {
        receivedBefore += received();
        sentBefore += sent();
    }

    private long counted(String name) {
        return (long) meters.get(name).counter().count();
    }
}
