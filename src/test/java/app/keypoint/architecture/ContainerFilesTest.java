package app.keypoint.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The files in {@code script/container} fit each other and the program. No container engine is
 * needed: Spring reads the settings of {@code compose.yaml} as it would in the container.
 */
class ContainerFilesTest {

  private static final Path FOLDER = Path.of("script/container");
  private static final Pattern CONTINUED = Pattern.compile("\\\\\\R\\s*");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):?[-?]?([^}]*)}");
  private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN|_KEY");

  @TempDir Path secrets;

  @Test
  void theProgramReadsTheSettingsOfTheComposition() throws IOException {
    ConfigurableEnvironment settings = settingsOf(service("app"));

    assertThat(settings.getActiveProfiles()).containsExactly("postgresql");
    assertThat(settings.getProperty("spring.datasource.url"))
        .isEqualTo("jdbc:postgresql://db:5432/" + environment(service("db")).get("POSTGRES_DB"));
    assertThat(settings.getProperty("spring.datasource.username"))
        .isEqualTo(environment(service("db")).get("POSTGRES_USER"));
    assertThat(settings.getProperty("spring.datasource.password"))
        .isEqualTo("what KEYPOINT_DB_PASSWORD holds");
    assertThat(settings.getProperty("keypoint.secret-key"))
        .isEqualTo("what KEYPOINT_SECRET_KEY holds");
    assertThat(settings.getProperty("keypoint.base-url")).isEqualTo("https://keypoint.example.org");
    assertThat(settings.getProperty("keypoint.data-dir")).isEqualTo("/data");
    assertThat(settings.getProperty("management.server.address"))
        .as("health is asked inside of the container")
        .isEqualTo("127.0.0.1");
  }

  /** Else whoever reaches the port says where they come from, or all visitors count as one. */
  @Test
  void forwardedHeadersAreBelievedOfTheProxyAlone() throws IOException {
    ConfigurableEnvironment settings = settingsOf(service("app"));
    Map<String, ?> proxy = map(map(service("proxy").get("networks")).get("front"));
    assertThat(settings.getProperty("keypoint.proxies")).isEqualTo(proxy.get("ipv4_address"));
    assertThat(settings.getProperty("server.forward-headers-strategy")).isEqualTo("none");

    Map<String, ?> network =
        map(list(map(map(networks().get("front")).get("ipam")).get("config")).getFirst());
    long address = number((String) proxy.get("ipv4_address"));
    assertThat(network.get("subnet").toString())
        .satisfies(range -> assertThat(in(range, address)).isTrue());
    assertThat(network.get("ip_range").toString())
        .as("from which others get theirs")
        .satisfies(range -> assertThat(in(range, address)).isFalse());
    assertThat(Files.readString(FOLDER.resolve("Caddyfile")))
        .contains("{$KEYPOINT_HOST} {", "reverse_proxy app:" + settings.getProperty("server.port"))
        .as("believing proxies before it would bring back what visitors say")
        .doesNotContain("trusted_proxies", "header_up");
  }

  @Test
  void onlyTheProxyIsReachedFromOutside() throws IOException {
    Map<String, ?> services = map(compose().get("services"));
    assertThat(services).containsOnlyKeys("app", "db", "proxy");
    assertThat(service("app")).doesNotContainKeys("ports", "network_mode", "privileged");
    assertThat(service("db")).doesNotContainKeys("ports", "network_mode", "privileged");
    assertThat(service("db").get("networks")).isEqualTo(List.of("back"));
    assertThat(map(networks().get("back")).get("internal")).isEqualTo(true);
    assertThat(map(service("proxy").get("networks"))).containsOnlyKeys("front");
  }

  @Test
  void whatServesPeopleMayDoLittleToItsMachine() throws IOException {
    for (String name : List.of("app", "proxy")) {
      assertThat(service(name).get("read_only")).as(name).isEqualTo(true);
      assertThat(service(name).get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
      assertThat(service(name).get("security_opt"))
          .as(name)
          .isEqualTo(List.of("no-new-privileges:true"));
    }
    assertThat(service("app")).doesNotContainKey("cap_add");
    // What Keypoint writes, with its root read-only: Tomcat's folder, and its keys.
    assertThat(service("app").get("tmpfs")).isEqualTo(List.of("/tmp"));
    assertThat(service("app").get("volumes")).isEqualTo(List.of("data:/data"));
    assertThat(last("USER")).matches("[1-9]\\d+:[1-9]\\d+");
    assertThat(instructions().indexOf(lastLine("USER")))
        .as("nothing that is packed belongs to who runs it")
        .isGreaterThan(instructions().lastIndexOf(lastLine("COPY")));
  }

  @Test
  void noSecretIsWrittenDown() throws IOException {
    for (Object each : map(compose().get("services")).values()) {
      assertThat(environment(map(each)).keySet())
          .filteredOn(name -> SECRET.matcher(name).find())
          .allMatch(name -> name.endsWith("_FILE"));
    }
    assertThat(instructions())
        .filteredOn(line -> line.startsWith("ENV") || line.startsWith("ARG"))
        .noneMatch(line -> SECRET.matcher(line).find());
    assertThat(Files.readString(Path.of(".gitignore")))
        .contains("/script/container/secrets/", "/script/container/.env");
  }

  @Test
  void whatIsCopiedIsThereAndLetThrough() throws IOException {
    List<String> letThrough =
        Files.readAllLines(FOLDER.resolve("Dockerfile.dockerignore")).stream()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1))
            .toList();
    List<String> copied =
        instructions().stream()
            .filter(line -> line.startsWith("COPY") && !line.contains("--from="))
            .flatMap(
                line -> {
                  List<String> words =
                      Stream.of(line.split(" ")).filter(word -> !word.startsWith("--")).toList();
                  return words.subList(1, words.size() - 1).stream();
                })
            .toList();
    assertThat(copied).containsExactlyInAnyOrderElementsOf(letThrough).isNotEmpty();
    assertThat(copied).allSatisfy(file -> assertThat(Path.of(file)).exists());
    assertThat(letThrough).allSatisfy(file -> assertThat(file).doesNotContain("secrets"));
    // All that the build of the program reads.
    String pom = Files.readString(Path.of("pom.xml"));
    assertThat(matches(Pattern.compile("<directory>([\\w/]+)</directory>"), pom))
        .allSatisfy(folder -> assertThat(letThrough).anyMatch(each -> folder.startsWith(each)));
  }

  @Test
  void theImageRunsWhatTheBuildMakes() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String jdk = matches(Pattern.compile("<java.version>(\\d+)<"), pom).getFirst();
    String name = matches(Pattern.compile("<finalName>(\\w+)<"), pom).getFirst();
    assertThat(instructions().stream().filter(line -> line.startsWith("FROM")))
        .hasSize(2)
        .allMatch(line -> line.contains("eclipse-temurin") && line.contains(jdk));
    assertThat(last("ENTRYPOINT"))
        .startsWith("[\"java\"")
        .endsWith("\"/app/%s.jar\"]".formatted(name));
    assertThat(last("EXPOSE")).isEqualTo(settingsOf(service("app")).getProperty("server.port"));
    assertThat(last("HEALTHCHECK")).endsWith("CMD [\"/app/health\"]");
    assertThat(FOLDER.resolve("health")).isExecutable();
    // Of the image's own Java, and by the name that it is started by: a cache of others is ignored.
    int runtime = instructions().lastIndexOf(lastLine("FROM"));
    assertThat(instructions().subList(runtime, instructions().size()))
        .anyMatch(
            line ->
                line.contains(
                    "-XX:AOTCacheOutput=/app/keypoint.aot -jar /app/%s.jar ".formatted(name)));
    assertThat(last("ENTRYPOINT")).contains("\"-XX:AOTCache=/app/keypoint.aot\"");
  }

  /** As the container has them: its variables, the files of its secrets, the program's own. */
  private ConfigurableEnvironment settingsOf(Map<String, ?> service) throws IOException {
    for (Object name : list(service.get("secrets"))) {
      Files.writeString(secrets.resolve(name.toString()), "what " + name + " holds\n");
      assertThat(map(compose().get("secrets"))).containsKey(name.toString());
    }
    Map<String, Object> variables = new HashMap<>(environment(service));
    last("ENV")
        .lines()
        .map(line -> line.split("=", 2))
        .forEach(pair -> variables.put(pair[0], pair[1]));
    variables.computeIfPresent(
        "SPRING_CONFIG_IMPORT",
        (_, value) -> value.toString().replace("/run/secrets/", secrets.toUri().getPath()));
    ConfigurableEnvironment settings = new StandardEnvironment();
    settings
        .getPropertySources()
        .forEach(source -> settings.getPropertySources().remove(source.getName()));
    settings
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    ConfigDataEnvironmentPostProcessor.applyTo(settings);
    return settings;
  }

  /** The variables of a service, with those of whoever starts it filled in. */
  private static Map<String, String> environment(Map<String, ?> service) {
    Map<String, String> variables = new TreeMap<>();
    map(service.get("environment"))
        .forEach(
            (name, value) ->
                variables.put(
                    name,
                    VARIABLE
                        .matcher(value.toString())
                        .replaceAll(
                            match ->
                                match.group(1).equals("KEYPOINT_HOST")
                                    ? "keypoint.example.org"
                                    : match.group(2))));
    return variables;
  }

  private static Map<String, ?> service(String name) throws IOException {
    return map(map(compose().get("services")).get(name));
  }

  private static Map<String, ?> networks() throws IOException {
    return map(compose().get("networks"));
  }

  private static Map<String, ?> compose() throws IOException {
    return map(
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(FOLDER.resolve("compose.yaml"))));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> map(Object node) {
    return (Map<String, ?>) node;
  }

  private static List<?> list(Object node) {
    return (List<?>) node;
  }

  /** The Dockerfile's, each in one line. */
  private static List<String> instructions() throws IOException {
    return CONTINUED
        .matcher(Files.readString(FOLDER.resolve("Dockerfile")))
        .replaceAll("")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static String lastLine(String instruction) throws IOException {
    return instructions().stream()
        .filter(line -> line.startsWith(instruction + " "))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private static String last(String instruction) throws IOException {
    return lastLine(instruction).substring(instruction.length() + 1);
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }

  private static boolean in(String range, long address) {
    String[] parts = range.split("/");
    int shift = 32 - Integer.parseInt(parts[1]);
    return number(parts[0]) >> shift == address >> shift;
  }

  private static long number(String address) {
    long number = 0;
    for (byte part : InetAddress.ofLiteral(address).getAddress()) {
      number = number << 8 | (part & 0xff);
    }
    return number;
  }
}
