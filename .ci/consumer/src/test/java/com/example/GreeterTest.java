package com.example;

import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectErrorRate;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.junit.ThrottleCpu;
import io.lifeboat.junit.load.LoadGenerator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@ResilienceTest
@DeployWorkload(name = "greeter", main = Greeter.class, on = "node-1", readiness = "/")
class GreeterTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @ThrottleCpu(target = "node-1", severity = 0.9, rampUp = "4s", duration = "8s")
    @ExpectMigrationWithin("15s")
    @ExpectErrorRate(atMost = 0.01)
    void greetsOnWhenTheCpuFades(LoadGenerator load, Endpoint greeter) {
        HttpRequest request = HttpRequest.newBuilder(greeter.uri("/")).build();
        load.rate(50).run(() -> http.send(request, BodyHandlers.ofString()));
    }
}
