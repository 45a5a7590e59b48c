package app.keypoint.advisories;

import java.lang.module.ModuleDescriptor.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An advisory in the format of OSV, as far as it says which versions of which Maven artifacts are
 * affected.
 *
 * @param json its record
 */
record Advisory(JsonNode json) {

  static Advisory parse(String json) {
    return new Advisory(JsonMapper.shared().readTree(json));
  }

  String id() {
    return json.path("id").asString();
  }

  /** The id, and those that others have given it. */
  Set<String> ids() {
    Set<String> ids = new TreeSet<>(Set.of(id()));
    json.path("aliases").forEach(alias -> ids.add(alias.asString()));
    return ids;
  }

  boolean withdrawn() {
    return json.has("withdrawn");
  }

  /** Group and artifact of each, with a colon between. */
  Set<String> artifacts() {
    return ofMaven().stream().map(Advisory::name).collect(Collectors.toCollection(TreeSet::new));
  }

  boolean affects(String artifact, String version) {
    return ofMaven().stream()
        .filter(affected -> name(affected).equals(artifact))
        .anyMatch(affected -> isIn(affected, version));
  }

  /** What is compared, without any text: that is for its makers to give. */
  Advisory cutTo(Set<String> artifacts) {
    ObjectNode cut = JsonMapper.shared().createObjectNode();
    cut.put("id", id());
    for (String field : List.of("aliases", "published")) {
      if (json.has(field)) {
        cut.set(field, json.get(field));
      }
    }
    ArrayNode affected = cut.putArray("affected");
    for (JsonNode each : ofMaven()) {
      if (artifacts.contains(name(each))) {
        ObjectNode one = affected.addObject();
        for (String field : List.of("package", "ranges", "versions")) {
          if (each.has(field)) {
            one.set(field, each.get(field));
          }
        }
      }
    }
    return new Advisory(cut);
  }

  private List<JsonNode> ofMaven() {
    List<JsonNode> some = new ArrayList<>();
    for (JsonNode affected : json.path("affected")) {
      if (affected.path("package").path("ecosystem").asString("").equals("Maven")) {
        some.add(affected);
      }
    }
    return some;
  }

  private static String name(JsonNode affected) {
    return affected.path("package").path("name").asString("");
  }

  private static boolean isIn(JsonNode affected, String version) {
    for (JsonNode one : affected.path("versions")) {
      if (one.asString().equals(version)) {
        return true;
      }
    }
    for (JsonNode range : affected.path("ranges")) {
      if (!range.path("type").asString("").equals("GIT") && isWithin(range, version)) {
        return true;
      }
    }
    return false;
  }

  /** Events come in the order of their versions. */
  private static boolean isWithin(JsonNode range, String version) {
    boolean within = false;
    for (JsonNode event : range.path("events")) {
      if (event.has("introduced")) {
        String since = event.get("introduced").asString();
        within |= since.equals("0") || compare(version, since) >= 0;
      } else if (event.has("fixed")) {
        within &= compare(version, event.get("fixed").asString()) < 0;
      } else if (event.has("last_affected")) {
        within &= compare(version, event.get("last_affected").asString()) <= 0;
      }
    }
    return within;
  }

  /** As versions with numbers and a hyphen before a milestone are ordered by Maven as well. */
  private static int compare(String one, String other) {
    return Version.parse(one).compareTo(Version.parse(other));
  }

  @Override
  public String toString() {
    return String.join(", ", ids());
  }
}
