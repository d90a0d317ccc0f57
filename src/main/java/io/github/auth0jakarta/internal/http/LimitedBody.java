package io.github.auth0jakarta.internal.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a number of bytes; one more and the answer fails and is read no further. */
final class LimitedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> target;
    private final int limit;
    private int received;
    private boolean failed;
    private Flow.@Nullable Subscription subscription;

    LimitedBody(BodySubscriber<byte[]> target, int limit) {
        this.target = target;
        this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return target.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        target.onSubscribe(newSubscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (failed) {
            return;
        }
        for (ByteBuffer buffer : buffers) {
            received += buffer.remaining();
        }
        if (received > limit) {
            failed = true;
            if (subscription != null) {
                subscription.cancel();
            }
            target.onError(new BodyTooLargeException());
        } else {
            target.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable throwable) {
        if (!failed) {
            target.onError(throwable);
        }
    }

    @Override
    public void onComplete() {
        if (!failed) {
            target.onComplete();
        }
    }
}
