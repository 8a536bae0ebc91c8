package io.lifeboat.engine.local;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Threads that send one request after the other over kept-alive connections, and note what failed. */
final class TestClients implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private final List<Thread> threads = new ArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean stopped;

    TestClients(int count, IntFunction<HttpRequest> request) {
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(() -> run(request), "test-client-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void run(IntFunction<HttpRequest> request) {
        while (!stopped) {
            int number = next.incrementAndGet();
            try {
                HttpResponse<String> answer = send(request.apply(number));
                if (answer.statusCode() == 200) {
                    acknowledged.add(number);
                } else {
                    failures.add(answer.statusCode() + " " + answer.body());
                }
                Thread.sleep(2);
            } catch (Exception e) {
                failures.add(e.toString());
            }
        }
    }

    static HttpResponse<String> send(HttpRequest request) throws Exception {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static String get(WorkloadEndpoint endpoint, String path) throws Exception {
        return send(HttpRequest.newBuilder(endpoint.uri(path)).build()).body();
    }

    List<Integer> acknowledged() {
        return acknowledged;
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread thread : threads) {
                thread.join(30_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
