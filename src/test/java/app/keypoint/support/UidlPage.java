package app.keypoint.support;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One open page whose side of Vaadin's protocol is written by hand. It keeps what the server has
 * told of the page, so that a test finds a button by its words, and sends whatever the test likes.
 */
public final class UidlPage {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final int TAG = 0;
  private static final int PROPERTIES = 1;
  private static final int CHILDREN = 2;
  private static final int ATTRIBUTES = 3;
  private static final int LISTENERS = 4;
  private static final int TEXT = 7;
  private static final int CLIENT_CALLABLE = 19;

  /** An element as the server has described it. */
  public static final class Node {

    private final int id;
    private String tag = "";
    private String text = "";
    private boolean hidden;
    private final Map<String, JsonNode> properties = new TreeMap<>();
    private final Map<String, String> attributes = new TreeMap<>();
    private final Map<String, String> listeners = new TreeMap<>();
    private final TreeSet<String> callable = new TreeSet<>();
    private final List<Integer> children = new ArrayList<>();

    Node(int id) {
      this.id = id;
    }

    public int id() {
      return id;
    }

    public String tag() {
      return tag;
    }

    /** Whether the server keeps it from being seen. */
    public boolean isHidden() {
      return hidden;
    }

    /** Whether the server has told the browser that nobody may use it. */
    public boolean isDisabled() {
      return attributes.containsKey("disabled")
          || properties.getOrDefault("disabled", JSON.getNodeFactory().nullNode()).asBoolean(false);
    }

    /** The names of the events that the server listens to. */
    public List<String> listeners() {
      return List.copyOf(listeners.keySet());
    }

    /** The methods that the browser may call. */
    public List<String> callable() {
      return List.copyOf(callable);
    }

    public Map<String, JsonNode> properties() {
      return Map.copyOf(properties);
    }

    public Map<String, String> attributes() {
      return Map.copyOf(attributes);
    }
  }

  private final RawBrowser browser;
  private final Map<Integer, Node> nodes = new LinkedHashMap<>();
  private final Map<String, JsonNode> constants = new TreeMap<>();
  private final int ui;
  private final String key;
  private int syncId;
  private int clientId;

  private UidlPage(RawBrowser browser, JsonNode config) {
    this.browser = browser;
    this.ui = config.path("v-uiId").asInt();
    JsonNode uidl = config.path("uidl");
    this.key = uidl.path("Vaadin-Security-Key").asString("");
    read(uidl);
  }

  /** Opens a page without going anywhere. */
  public static UidlPage open(RawBrowser browser) {
    HttpResponse<String> answer = browser.get("/?v-r=init&location=&query=");
    return new UidlPage(browser, JSON.readTree(answer.body()).path("appConfig"));
  }

  /** Opens a page at a route, as a browser does. */
  public static UidlPage open(RawBrowser browser, String route) {
    UidlPage page = open(browser);
    var unused = page.go(route);
    return page;
  }

  /** Asks for a route. */
  public HttpResponse<String> go(String route) {
    ObjectNode data = JSON.createObjectNode();
    int question = route.indexOf('?');
    data.put("route", question < 0 ? route : route.substring(0, question));
    data.put("query", question < 0 ? "" : route.substring(question + 1));
    data.put("appShellTitle", "");
    data.putNull("historyState");
    data.put("trigger", "");
    return send(event(1, "ui-navigate", data));
  }

  /** An event of a node, with all that its listener wants to know. */
  public ObjectNode event(int node, String type) {
    ObjectNode data = JSON.createObjectNode();
    Node of = nodes.get(node);
    JsonNode wanted = of == null ? null : constants.get(of.listeners.getOrDefault(type, ""));
    if (wanted != null) {
      wanted.propertyNames().forEach(name -> data.put(name, 1));
    }
    return event(node, type, data);
  }

  public ObjectNode event(int node, String type, ObjectNode data) {
    ObjectNode event = JSON.createObjectNode();
    event.put("type", "event").put("node", node).put("event", type).set("data", data);
    return event;
  }

  /** A property that the browser says it has. */
  public ObjectNode property(int node, String name, Object value) {
    ObjectNode sync = JSON.createObjectNode();
    sync.put("type", "mSync").put("node", node).put("feature", PROPERTIES).put("property", name);
    sync.set("value", JSON.valueToTree(value));
    return sync;
  }

  /** A call of a method of the server's. */
  public ObjectNode call(int node, String method, Object... arguments) {
    ObjectNode call = JSON.createObjectNode();
    call.put("type", "publishedEventHandler").put("node", node);
    call.put("templateEventMethodName", method).put("promise", 0);
    call.set("templateEventMethodArgs", JSON.valueToTree(arguments));
    return call;
  }

  /** Sends some of these in one message, in order. */
  public HttpResponse<String> send(ObjectNode... invocations) {
    return raw(message(List.of(invocations)));
  }

  /** The message that the browser would send now. */
  public ObjectNode message(ArrayNode invocations) {
    ObjectNode message = JSON.createObjectNode();
    message.put("csrfToken", key).put("syncId", syncId).put("clientId", clientId);
    message.set("rpc", invocations);
    return message;
  }

  /** The text of a message with these in order. */
  public String message(List<ObjectNode> invocations) {
    ArrayNode all = JSON.createArrayNode();
    all.addAll(invocations);
    return message(all).toString();
  }

  /** Says that it is left, as a browser does at the next page or when it is closed. */
  public HttpResponse<String> close() {
    return raw(message(JSON.createArrayNode()).put("UNLOAD", true).toString());
  }

  /** Sends a text as it is, to this page's address. */
  public HttpResponse<String> raw(String body) {
    return raw(browser, body);
  }

  /** Has another browser send a text to this page's address. */
  public HttpResponse<String> raw(RawBrowser sender, String body) {
    return raw(sender, "/", body);
  }

  /** Has a browser send a text to this page by way of any path. */
  public HttpResponse<String> raw(RawBrowser sender, String path, String body) {
    HttpResponse<String> answer =
        sender.send(
            path + "?v-r=uidl&v-uiId=" + ui,
            request ->
                request
                    .header("Content-Type", "application/json; charset=UTF-8")
                    .POST(BodyPublishers.ofString(body)));
    if (answer.statusCode() == 200 && sender == browser) {
      try {
        read(JSON.readTree(answer.body()));
      } catch (tools.jackson.core.JacksonException e) {
        // No answer of Vaadin's.
      }
    }
    return answer;
  }

  public List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  /** An element and all that is in it. */
  public List<Node> within(Node node) {
    List<Node> all = new ArrayList<>(List.of(node));
    node.children.stream()
        .map(nodes::get)
        .filter(java.util.Objects::nonNull)
        .forEach(child -> all.addAll(within(child)));
    return all;
  }

  /** The first element of a tag whose words contain some. */
  public Optional<Node> find(String tag, String words) {
    return nodes.values().stream()
        .filter(node -> node.tag.equals(tag) && words(node).contains(words))
        .findFirst();
  }

  /** All that is written in an element: texts, and properties that are shown. */
  public String words(Node node) {
    StringBuilder words = new StringBuilder(node.text);
    node.properties.values().stream()
        .filter(JsonNode::isString)
        .forEach(value -> words.append(' ').append(value.asString()));
    node.children.stream()
        .map(nodes::get)
        .filter(java.util.Objects::nonNull)
        .forEach(child -> words.append(' ').append(words(child)));
    return words.toString();
  }

  private void read(JsonNode uidl) {
    syncId = uidl.path("syncId").asInt(syncId);
    clientId = uidl.path("clientId").asInt(clientId);
    uidl.path("constants").properties().forEach(c -> constants.put(c.getKey(), c.getValue()));
    for (JsonNode change : uidl.path("changes")) {
      int id = change.path("node").asInt();
      Node node = nodes.computeIfAbsent(id, Node::new);
      switch (change.path("type").asString("")) {
        case "detach" -> nodes.remove(id);
        case "put" -> put(node, change);
        case "remove" -> remove(node, change.path("feat").asInt(), change.path("key").asString(""));
        case "splice" -> splice(node, change);
        case "clear" -> clear(node, change.path("feat").asInt());
        default -> {}
      }
    }
  }

  private static void put(Node node, JsonNode change) {
    String name = change.path("key").asString("");
    JsonNode value = change.path("value");
    switch (change.path("feat").asInt()) {
      case TAG -> element(node, name, value);
      case PROPERTIES -> node.properties.put(name, value);
      case ATTRIBUTES -> node.attributes.put(name, value.asString(""));
      case LISTENERS -> node.listeners.put(name, value.asString(""));
      case TEXT -> node.text = value.asString("");
      default -> {}
    }
  }

  private static void element(Node node, String name, JsonNode value) {
    switch (name) {
      case "tag" -> node.tag = value.asString("");
      case "visible" -> node.hidden = !value.asBoolean(true);
      default -> {}
    }
  }

  private static void remove(Node node, int feature, String name) {
    switch (feature) {
      case PROPERTIES -> node.properties.remove(name);
      case ATTRIBUTES -> node.attributes.remove(name);
      case LISTENERS -> node.listeners.remove(name);
      default -> {}
    }
  }

  private static void clear(Node node, int feature) {
    if (feature == CHILDREN) {
      node.children.clear();
    }
  }

  private static void splice(Node node, JsonNode change) {
    int feature = change.path("feat").asInt();
    int index = change.path("index").asInt();
    if (feature == CHILDREN) {
      for (int i = change.path("remove").asInt(0); i > 0 && index < node.children.size(); i--) {
        node.children.remove(index);
      }
      int at = Math.min(index, node.children.size());
      for (JsonNode child : change.path("addNodes")) {
        node.children.add(at++, child.asInt());
      }
    } else if (feature == CLIENT_CALLABLE) {
      for (JsonNode name : change.path("add")) {
        node.callable.add(name.asString(""));
      }
    }
  }
}
