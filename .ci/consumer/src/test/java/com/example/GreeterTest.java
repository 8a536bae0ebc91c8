package com.example;

import io.lifeboat.junit.CorruptMemory;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectErrorRate;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.junit.Then;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@ResilienceTest
@DeployWorkload(name = "greeter", main = Greeter.class, on = "node-1", readiness = "/")
class GreeterTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @CorruptMemory(target = "node-1", rampUp = "5s", then = Then.CRASH)
    @ExpectMigrationWithin("15s")
    @ExpectErrorRate(atMost = 0.01)
    void greetsOnWhenMemoryFails(LoadGenerator load, Endpoint greeter) {
        HttpRequest request = HttpRequest.newBuilder(greeter.uri("/")).build();
        load.rate(50).run(() -> http.send(request, BodyHandlers.ofString()));
    }
}
