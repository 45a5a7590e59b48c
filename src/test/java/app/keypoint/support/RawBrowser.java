package app.keypoint.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A visitor with cookies who sends what it likes, not what the screens would. */
public final class RawBrowser {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
  private static final Pattern UIDL_KEY =
      Pattern.compile("\"Vaadin-Security-Key\":\\s*\"([^\"]+)\"");
  private static final Pattern UI = Pattern.compile("\"v-uiId\":\\s*(\\d+)");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;
  private final String base;
  private final Map<String, String> headers;

  public RawBrowser(int port) {
    this(port, Map.of());
  }

  /**
   * @param headers what every request carries, as a proxy in between would add it
   */
  public RawBrowser(int port, Map<String, String> headers) {
    this(port, headers, HttpClient.newHttpClient());
  }

  /**
   * @param client may be shared by many, each of whom has cookies of their own
   */
  public RawBrowser(int port, Map<String, String> headers, HttpClient client) {
    this.client = client;
    this.base = "http://127.0.0.1:" + port;
    this.headers = headers;
  }

  public HttpResponse<String> get(String path) {
    return send(path, request -> request.header("Accept", "text/html"));
  }

  /** Any request at all. */
  public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> with) {
    return send(path, with, BodyHandlers.ofString());
  }

  /** A file, which need not be text. */
  public HttpResponse<byte[]> download(String path) {
    return send(path, request -> request.header("Accept", "text/html"), BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> send(
      String path, UnaryOperator<HttpRequest.Builder> with, HttpResponse.BodyHandler<T> body) {
    try {
      URI uri = URI.create(base + path);
      HttpRequest.Builder request = HttpRequest.newBuilder(uri);
      headers.forEach(request::header);
      cookies
          .get(uri, Map.of())
          .forEach(
              (name, values) -> {
                if (!values.isEmpty()) {
                  request.header(name, String.join("; ", values));
                }
              });
      HttpResponse<T> answer = client.send(with.apply(request).build(), body);
      cookies.put(uri, answer.headers().map());
      return answer;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Posts the sign-in form, with the token that its page carries. */
  public HttpResponse<String> signIn(String username, String password) {
    String token = first(CSRF, get("/sign-in").body());
    String body =
        "username=%s&password=%s&_csrf=%s"
            .formatted(encoded(username), encoded(password), encoded(token));
    return send(
        "/sign-in",
        request ->
            request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
  }

  /** Whether a page that needs a sign-in is shown. */
  public boolean isSignedIn() {
    return get("/settings").statusCode() == 200;
  }

  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(java.net.HttpCookie::getValue)
        .findFirst();
  }

  /** Forgets a cookie. */
  public void forget(String name) {
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .toList()
        .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
  }

  /** A page whose requests are written by hand. */
  public Page open(String route) {
    String answer = get("/?v-r=init&location=" + encoded(route) + "&query=").body();
    return new Page(first(UI, answer), first(UIDL_KEY, answer));
  }

  /** Vaadin's side of one open page. */
  public final class Page {

    private final String ui;
    private final String key;

    private Page(String ui, String key) {
      this.ui = ui;
      this.key = key;
    }

    /** Posts a message without events to a path. */
    public HttpResponse<String> poll(String path) {
      return post(path, "[]");
    }

    /** Posts events to a path. */
    public HttpResponse<String> post(String path, String events) {
      String separator = path.contains("?") ? "&" : "?";
      return send(
          path + separator + "v-r=uidl&v-uiId=" + ui,
          request ->
              request
                  .header("Content-Type", "application/json; charset=UTF-8")
                  .POST(
                      BodyPublishers.ofString(
                          "{\"csrfToken\":\"%s\",\"rpc\":%s,\"syncId\":-1,\"clientId\":-1}"
                              .formatted(key, events))));
    }
  }

  /** Whether Vaadin took a message and answered it. */
  public static boolean answeredByVaadin(HttpResponse<String> answer) {
    return answer.statusCode() == 200
        && answer.body().contains("\"clientId\"")
        && !answer.body().contains("sessionExpired");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("No " + pattern + " in " + text);
    }
    return matcher.group(1);
  }
}
