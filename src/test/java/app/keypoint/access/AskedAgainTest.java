package app.keypoint.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.keypoint.support.RawBrowser;
import app.keypoint.support.UidlPage;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A browser that did not hear an answer asks again, and nothing happens twice. */
@WrongPersonTest
class AskedAgainTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;

  @Test
  void theSameIsSaidAgain() {
    RawBrowser browser = new RawBrowser(port, Map.of("Accept-Language", "zh-CN"));
    UidlPage page = UidlPage.open(browser);
    ObjectNode route = JsonNodeFactory.instance.objectNode();
    route.put("route", "sign-in").put("query", "").put("appShellTitle", "").put("trigger", "");
    route.putNull("historyState");
    String message = page.message(List.of(page.event(1, "ui-navigate", route)));

    HttpResponse<String> first = page.raw(message);

    assertThat(first.body()).contains("登录");
    // What is kept is rewritten after the answer went out.
    await()
        .untilAsserted(
            () -> {
              HttpResponse<String> again = page.raw(message);
              assertThat(JSON.readTree(again.body())).isEqualTo(JSON.readTree(first.body()));
              assertThat(again.body()).as("as it is kept").doesNotContain("登录");
            });
  }
}
