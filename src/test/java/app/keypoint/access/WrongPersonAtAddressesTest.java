package app.keypoint.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.support.Fixtures;
import app.keypoint.support.RawBrowser;
import app.keypoint.support.UidlPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address of the running server, by HTTP: the routes, what controllers are mapped to, what
 * filters answer, and the downloads of somebody else's pages.
 */
@WrongPersonTest
@Tag("slow")
class WrongPersonAtAddressesTest {

  private static final String NOT_THERE = "There is nothing here";
  private static final Pattern DOWNLOAD = Pattern.compile("VAADIN/dynamic/resource/[^\"\\\\]+");

  /** What filters answer, before any mapping. */
  private static final List<String> OF_FILTERS =
      List.of(
          "/sign-in/passkey",
          "/sign-in/oidc/school",
          "/login/oauth2/code/school",
          "/oauth2/authorization/school",
          "/webauthn/register",
          "/webauthn/register/options",
          "/webauthn/authenticate/options",
          "/login/webauthn",
          "/logout",
          "/actuator",
          "/actuator/health",
          "/actuator/prometheus",
          "/h2-console",
          "/assets/base.css",
          "/assets/../application.yml",
          "/_static/x",
          "/VAADIN/build/x",
          "/VAADIN/stats.json",
          "/VAADIN/dynamic/resource/0/1/2/x",
          "/VAADIN/push",
          "/manifest.webmanifest",
          "/sw.js",
          "/index.html",
          "/WEB-INF/web.xml");

  @Autowired WorldOfTest worlds;
  @Autowired JdbcTemplate jdbc;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  private World world;
  private Visitors visitors;
  private Map<String, List<String>> rows;
  private final List<String> faults = new ArrayList<>();

  @BeforeEach
  void aWorld() {
    world = worlds.make();
    visitors = new Visitors(world, worlds.port(), jdbc);
    rows = rows();
  }

  private Map<String, List<String>> rows() {
    return worlds.rows().of(world.victims());
  }

  @Test
  void noRouteShowsWhatIsSomebodyElses() {
    MatrixTable table = new MatrixTable("routes");
    for (Persona persona : Persona.values()) {
      RawBrowser browser = visitors.of(persona);
      for (Address address : Address.all()) {
        String route = address.of(world, worlds.quiz().id());
        HttpResponse<String> answer = UidlPage.open(browser).go(route);
        String shown = shown(answer);
        table.put("/" + address.template(), persona, shown);
        String what = persona.words + " at /" + address.template();
        if (persona == Persona.ADMINISTRATOR && address.audience() == Audience.ADMINISTRATORS) {
          table.put("/" + address.template(), persona, "may");
          continue; // Accounts, the log and reports are theirs to read.
        }
        if (persona == Persona.MAY_USE && address.template().equals("write")) {
          table.put("/write", persona, "title");
          assertThat(answer.body().replace("Draft " + world.mark(), ""))
              .as("the title and whose it is, and nothing that is in it")
              .contains("Name " + world.mark())
              .doesNotContain("Text " + world.mark(), "Point " + world.mark())
              .doesNotContain("write/" + world.draft(), "editions/" + world.draft());
          continue;
        }
        check(persona, what, answer);
        if (shown.equals("shown") && !persona.isIn(address.audience())
            || shown.equals("shown") && address.isSomebodys()) {
          faults.add(what + " was shown it: " + answer.body());
        }
        HttpResponse<String> asPage = browser.get("/" + route);
        check(persona, what + ", as a page", asPage);
      }
    }
    table.print();
    assertThat(table.size()).isGreaterThan(25);
    assertThat(table.emptyCells()).isEmpty();
    assertThat(faults).isEmpty();
    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  void theOwnersAreShownAllOfIt() {
    RawBrowser instructor = new RawBrowser(worlds.port());
    instructor.signIn(world.instructor().username(), Fixtures.PASSWORD);
    UidlPage learners = UidlPage.open(world.learnerBrowser());
    UidlPage instructors = UidlPage.open(instructor);
    for (Address address : Address.all()) {
      if (address.isSomebodys()) {
        UidlPage page = address.roles().isEmpty() ? learners : instructors;
        HttpResponse<String> answer = page.go(address.of(world, worlds.quiz().id()));
        assertThat(shown(answer)).as(address.template()).isEqualTo("shown");
        if (!address.roles().isEmpty()) {
          assertThat(answer.body()).contains(world.mark());
        }
      }
    }
  }

  @Test
  void noOtherAddressGivesAwayOrChangesAnything() {
    MatrixTable table = new MatrixTable("addresses");
    Set<String> paths = new LinkedHashSet<>(OF_FILTERS);
    requestMappingHandlerMapping
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> paths.addAll(mapping.getPatternValues()));
    // Answers what went wrong elsewhere, and is 500 when nothing did.
    paths.removeIf(path -> path.equals("/error") || path.contains("server.error.path"));
    assertThat(paths).contains("/calendar/{token}.ics");
    for (String pattern : paths) {
      // Whoever has the token is let in by it; everybody else has another one.
      String path =
          pattern
              .replaceAll("\\{token}", UUID.randomUUID().toString())
              .replaceAll("\\{\\w+:.*}$|\\{.*?}", "x");
      for (Persona persona : Persona.values()) {
        RawBrowser browser = visitors.of(persona);
        List<String> cell = new ArrayList<>();
        for (UnaryOperator<HttpRequest.Builder> method : METHODS) {
          HttpResponse<String> answer = browser.send(path, method);
          cell.add(String.valueOf(answer.statusCode()));
          check(persona, persona.words + " at " + path, answer);
        }
        table.put(pattern, persona, String.join(" ", cell));
      }
    }
    table.print();
    assertThat(table.emptyCells()).isEmpty();
    assertThat(faults).isEmpty();
    assertThat(rows()).isEqualTo(rows);
  }

  private static final List<UnaryOperator<HttpRequest.Builder>> METHODS =
      List.of(
          HttpRequest.Builder::GET,
          request -> request.POST(BodyPublishers.ofString("{}")),
          request -> request.PUT(BodyPublishers.ofString("{}")),
          HttpRequest.Builder::DELETE);

  @Test
  void nobodyGetsSomebodyElsesDownloads() {
    RawBrowser instructor = new RawBrowser(worlds.port());
    instructor.signIn(world.instructor().username(), Fixtures.PASSWORD);
    Set<String> ofLearner = downloads(world.learnerBrowser(), a -> a.roles().isEmpty());
    Set<String> ofInstructor = downloads(instructor, a -> a.roles().contains("INSTRUCTOR"));
    assertThat(ofLearner).hasSizeGreaterThanOrEqualTo(2);
    assertThat(ofInstructor).as("a cohort's table, a quiz").hasSizeGreaterThanOrEqualTo(2);
    long exports = exports();
    MatrixTable table = new MatrixTable("downloads");
    Set<String> all = new TreeSet<>(ofLearner);
    all.addAll(ofInstructor);
    for (String address : all) {
      for (Persona persona : Persona.values()) {
        HttpResponse<byte[]> answer = visitors.of(persona).download("/" + address);
        checkFile(persona.words + " at " + address, answer);
        table.put(
            address.substring(address.lastIndexOf('/')),
            persona,
            String.valueOf(answer.statusCode()));
      }
    }
    table.print();
    assertThat(exports()).as("of all the wrong people").isEqualTo(exports);
    long downloads =
        ofLearner.stream()
            .filter(a -> world.learnerBrowser().download("/" + a).statusCode() == 200)
            .count();
    assertThat(downloads).as("of the learner's; the others take uploads").isGreaterThanOrEqualTo(2);
    long own = 0;
    for (String address : ofInstructor) {
      HttpResponse<byte[]> answer = instructor.download("/" + address);
      byte[] body = answer.body();
      if (!new String(body, UTF_8).startsWith("{\"rejected\"")) { // as an upload answers
        downloads++;
        String name = answer.headers().firstValue("content-disposition").orElse("");
        // A table of a cohort may have no row so far; its name says whose it is.
        if (tells(body) || name.contains(world.mark())) {
          own++;
        } else {
          assertThat(Path.of("quizzes", firstEntry(body))).as("of all: " + name).exists();
        }
      }
    }
    assertThat(own).isGreaterThanOrEqualTo(2);
    assertThat(exports() - exports).as("each of them is on record").isEqualTo(downloads);
    assertThat(table.emptyCells()).isEmpty();
    assertThat(faults).isEmpty();
    jdbc.update(
        "update account set enabled = false where id in (?, ?)",
        world.learner().id(),
        world.instructor().id());
    for (String address : ofLearner) {
      checkFile("the learner, switched off", world.learnerBrowser().download("/" + address));
    }
    for (String address : ofInstructor) {
      checkFile("the instructor, switched off", instructor.download("/" + address));
    }
    assertThat(faults).isEmpty();
  }

  /** Quizzes that are kept in files come as archives, and are nobody's. */
  private static String firstEntry(byte[] archive) {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      return Objects.requireNonNull(in.getNextEntry(), "no archive").getName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the mark is in it, or in what is packed in it. */
  private boolean tells(byte[] body) {
    return new Leaks(world.mark(), Set.of()).in(body).isPresent();
  }

  private void checkFile(String what, HttpResponse<byte[]> answer) {
    if (tells(answer.body())) {
      faults.add(what + " was told of " + world.mark());
    }
    checkStatus(what, answer.statusCode(), new String(answer.body(), UTF_8));
  }

  private long exports() {
    Long exports =
        jdbc.queryForObject(
            "select count(*) from audit_entry where kind = 'EXPORTED' and actor in (?, ?)",
            Long.class,
            world.learner().username(),
            world.instructor().username());
    return exports == null ? 0 : exports;
  }

  private Set<String> downloads(RawBrowser browser, Predicate<Address> which) {
    Set<String> found = new TreeSet<>();
    for (Address address : Address.all()) {
      if (which.test(address) && !address.isForStrangers()) {
        UidlPage own = UidlPage.open(browser);
        Matcher links = DOWNLOAD.matcher(own.go(address.of(world, worlds.quiz().id())).body());
        while (links.find()) {
          found.add(links.group());
        }
      }
    }
    return found;
  }

  private void check(Persona persona, String what, HttpResponse<String> answer) {
    String body = answer.body();
    for (String known : world.knownTo(persona)) {
      body = body.replace(known, "");
    }
    if (body.contains(world.mark())) {
      faults.add(what + " was told of " + world.mark());
    }
    checkStatus(what, answer.statusCode(), answer.body());
  }

  private void checkStatus(String what, int status, String body) {
    if (status >= 500 || body.contains("\tat ")) {
      faults.add(what + " made an error: " + status);
    }
  }

  private static String shown(HttpResponse<String> answer) {
    String body = answer.body();
    if (!RawBrowser.answeredByVaadin(answer)) {
      return "ended " + answer.statusCode();
    }
    if (body.contains(NOT_THERE)) {
      return "not there";
    }
    if (body.contains("You signed in with a one-time password")) {
      return "new password";
    }
    return body.contains("[\"/sign-in\"") ? "sign-in" : "shown";
  }
}
