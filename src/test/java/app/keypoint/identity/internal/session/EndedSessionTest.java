package app.keypoint.identity.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.support.Fixtures;
import app.keypoint.support.RawBrowser;
import app.keypoint.support.RawBrowser.Page;
import app.keypoint.support.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Whoever is out stays out, whatever address the next request goes to. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
@Tag("slow")
class EndedSessionTest {

  @Autowired Fixtures fixtures;
  @Autowired AccountRepository accounts;
  @LocalServerPort int port;

  RawBrowser browser;
  Account account;
  Page page;

  @BeforeEach
  void anOpenPage() {
    browser = new RawBrowser(port);
    account = fixtures.learner();
    browser.signIn(account.username(), Fixtures.PASSWORD);
    page = browser.open("settings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/assets/x",
        "/assets/base.css",
        "/_static/x",
        "/VAADIN/build/x",
        "/assets/",
        "/assets",
        "/VAADIN/static/x",
        "/VAADIN/x",
        "/sign-in",
        "/register",
        "/vaadinServlet/",
        "/vaadinServlet/assets/x",
        "/sw.js",
        "/manifest.webmanifest"
      })
  void aSwitchedOffAccountIsAnsweredNowhere(String path) {
    assertThat(RawBrowser.answeredByVaadin(page.poll("/"))).isTrue();
    switchOff();
    assertThat(RawBrowser.answeredByVaadin(page.poll(path))).isFalse();
    assertThat(RawBrowser.answeredByVaadin(page.poll("/"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/x",
        "/assets/base.css",
        "/_static/x",
        "/VAADIN/build/x",
        "/assets/x;y",
        "/assets/..;/x",
        "/assets%2Fx",
        "//assets/x",
        "/assets/../x",
        "/assets/%2e%2e/x",
        "/x/../assets/y"
      })
  void vaadinNeverAnswersWhereFilesAre(String path) {
    for (String type : new String[] {"uidl", "init", "heartbeat", "push"}) {
      HttpResponse<String> answer =
          browser.send(
              path + "?v-r=" + type + "&v-uiId=0",
              request -> request.POST(BodyPublishers.ofString("{}")));
      assertThat(answer.statusCode()).as("%s %s", path, type).isIn(400, 404, 405);
      answer = browser.get(path + "?v-r=" + type);
      assertThat(answer.body())
          .as("%s %s", path, type)
          .doesNotContain("\"clientId\"", "\"v-uiId\"");
    }
    assertThat(RawBrowser.answeredByVaadin(page.poll(path))).isFalse();
  }

  @Test
  void filesAreServedWithoutASession() {
    HttpResponse<String> file = new RawBrowser(port).get("/assets/base.css");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
    assertThat(file.headers().firstValue("Cache-Control")).contains("max-age=3600");
  }

  @Test
  void aPageOfAnotherBuildGetsItsFilesForAWhile() {
    HttpResponse<String> file = new RawBrowser(port).get("/assets/v-0/base.css");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control")).contains("max-age=3600");
  }

  @Test
  void aSwitchedOffAccountStaysOutAfterItsFirstRefusedRequest() {
    switchOff();
    page.poll("/assets/x");
    assertThat(browser.isSignedIn()).isFalse();
  }

  private void switchOff() {
    AccountEntity entity = accounts.findById(account.id()).orElseThrow();
    entity.setEnabled(false);
    accounts.save(entity);
  }
}
