package dev.brayer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChallengeTest {
    @Test
    void readsWhatDockerHubSends() {
        Challenge challenge =
                Challenge.parse(
                        "Bearer realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\","
                                + "scope=\"repository:library/redis:pull,push\"");
        assertEquals(
                new Challenge(
                        "bearer",
                        Map.of(
                                "realm",
                                "https://auth.docker.io/token",
                                "service",
                                "registry.docker.io",
                                "scope",
                                "repository:library/redis:pull,push")),
                challenge);
    }

    @Test
    void readsOtherSpellings() {
        assertEquals(
                new Challenge("basic", Map.of("realm", "a \"b\"")),
                Challenge.parse(" BASIC Realm=\"a \\\"b\\\"\""));
        assertEquals(
                new Challenge("bearer", Map.of("realm", "r", "error", "e")),
                Challenge.parse("Bearer realm=r , error=\"e\""));
        assertEquals(new Challenge("negotiate", Map.of()), Challenge.parse("Negotiate"));
    }

    @Test
    void prefersTokens() {
        List<String> both = List.of("Basic realm=\"x\"", "Bearer realm=\"https://x/t\"");
        assertEquals(Challenge.parse(both.get(1)), Challenge.choose(both));
        assertNull(Challenge.choose(List.of("Negotiate")));
    }
}
