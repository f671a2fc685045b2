package dev.wharf.server.transfer;

import dev.wharf.port.ArchiveDownload;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Answers requests with archives, reading them where blocking is allowed. */
@Singleton
public class ArchiveAnswers {
    private final Scheduler scheduler;

    ArchiveAnswers(@Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.scheduler = Schedulers.fromExecutorService(executor);
    }

    /**
     * Answers with an archive.
     *
     * @param request the request
     * @param download the archive; closed when it is sent, or given up
     * @return the answer
     */
    public HttpResponse<?> answer(HttpRequest<?> request, ArchiveDownload download) {
        return new ArchiveAnswer(download, scheduler).to(request);
    }
}
