package org.zhaoshang.bench;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Someone who takes projects off the public list and puts them back while others read it. */
final class Writer implements AutoCloseable {
    static final int A_SECOND = 5;

    private final Product product;
    private final long size;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable Exception failure;
    private volatile int written;

    Writer(Product product, long size) {
        this.product = product;
        this.size = size;
        this.thread = Thread.ofVirtual().start(this::write);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by one thread alone
    private void write() {
        try {
            String token = product.token("bureau");
            for (long n = 6; !stopped; n = (n + 20) % size) {
                String id = "01900000-0000-7000-8000-%012x".formatted(n);
                for (String verb : new String[] {"unpublish", "publish"}) {
                    String version = product.send(product.request("/api/v1/projects/" + id)
                                    .header("Authorization", "Bearer " + token))
                            .headers()
                            .firstValue("ETag")
                            .orElseThrow();
                    HttpResponse<String> done = product.send(product.request("/api/v1/projects/" + id + "/" + verb)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("If-Match", version)
                            .POST(BodyPublishers.ofString("{\"reason\":\"核对\"}")));
                    if (done.statusCode() != 200) {
                        throw new IllegalStateException(done.body());
                    }
                    written++;
                    Thread.sleep(1000 / A_SECOND);
                }
            }
        } catch (Exception broken) {
            failure = broken;
        }
    }

    /** @throws IllegalStateException when it did not write as it should */
    void check() {
        if (failure != null || written == 0) {
            throw new IllegalStateException("the writer wrote " + written + " times", failure);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
