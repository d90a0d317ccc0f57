package io.github.auth0jakarta.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContainerSchedulerTest {
    private final ContainerScheduler scheduler = new ContainerScheduler();

    @Test
    void runWhenTheContainerHasNoSchedulerThenOnADaemonOfTheLibrary() throws Exception {
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        assertThat(scheduler.run(() -> ran.complete(Thread.currentThread()), Duration.ofMillis(1)))
                .isNotCancelled();
        Thread thread = ran.get(30, TimeUnit.SECONDS);
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).startsWith("auth0-jakarta");
        scheduler.close();
        thread.join();
        assertThatThrownBy(() -> assertThat(scheduler.run(() -> {}, Duration.ZERO))
                        .isNotNull())
                .isInstanceOf(RejectedExecutionException.class);
    }
}
