package app.keypoint.identity.internal;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, sends forms, follows nothing by itself. */
public class FormBrowser {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

  private static final Pattern FIELD =
      Pattern.compile("name=\"_csrf\" type=\"hidden\" value=\"([^\"]+)\"");

  private final String origin;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  public FormBrowser(int port) {
    this("http://localhost:" + port);
  }

  public FormBrowser(String origin) {
    this.origin = origin;
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html"));
  }

  /** Sends a form with the token of the page that it is on. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    return post(path, CSRF.matcher(get("/sign-in").body()), fields);
  }

  /** Sends a form to the address of the page that it is on, which may be another server's. */
  public HttpResponse<String> postAt(String page, Map<String, String> fields) {
    return post(page, FIELD.matcher(get(page).body()), fields);
  }

  private HttpResponse<String> post(String path, Matcher token, Map<String, String> fields) {
    String form =
        (token.find() ? "_csrf=" + token.group(1) + "&" : "")
            + fields.entrySet().stream()
                .map(
                    e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  public HttpResponse<String> signIn(String username, String password) {
    return post("/sign-in", Map.of("username", username, "password", password));
  }

  /** Whether somebody is signed in here. */
  public boolean isIn() {
    return get("/settings").statusCode() == 200;
  }

  public String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().endsWith("JSESSIONID"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Where an answer leads, as a path of this server or an address of another. */
  public String location(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(to -> answer.uri().resolve(to).toString())
        .map(to -> to.startsWith(origin) ? to.substring(origin.length()) : to)
        .orElse("nowhere");
  }

  private URI uri(String path) {
    return URI.create(path.startsWith("http") ? path : origin + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
