package app.keypoint.access;

import app.keypoint.identity.Role;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every route, found by its annotation. */
record Address(String template, Class<?> view) {

  private static final Pattern PARAMETER = Pattern.compile("(?<=^|/):(\\w+)\\??(\\([^)]*\\))?");

  static List<Address> all() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
    // The tests' own gallery of screens.
    scanner.addExcludeFilter(
        (type, _) -> type.getClassMetadata().getClassName().startsWith("app.keypoint.gallery"));
    List<Address> all = new ArrayList<>();
    for (var candidate : scanner.findCandidateComponents("app.keypoint")) {
      try {
        Class<?> view = Class.forName(candidate.getBeanClassName());
        all.add(new Address(view.getAnnotation(Route.class).value(), view));
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }
    all.sort(Comparator.comparing(Address::template));
    return all;
  }

  /** The address of what is the victim's. */
  String of(World world, String quizId) {
    Map<String, Object> values =
        Map.of(
            "day", world.answeredOn(),
            "cohortId", world.cohort().id(),
            "learnerId", world.learner().id(),
            "attemptId", template.contains("score") ? world.finished().id() : world.open().id(),
            "cardId", world.due().cardId(),
            "quizId", quizId,
            "draftId", world.draft(),
            "itemId", world.drafted().id(),
            "token", world.feedToken());
    return PARAMETER
        .matcher(template)
        .replaceAll(
            found -> {
              Object value = values.get(found.group(1));
              if (value == null) {
                throw new AssertionError(
                    "The wrong-person matrix does not know whose :" + found.group(1) + " is");
              }
              return Matcher.quoteReplacement(value.toString());
            });
  }

  /** Whether it is about something that belongs to somebody. */
  boolean isSomebodys() {
    return template.contains(":cohortId")
        || template.contains(":attemptId")
        || template.contains(":cardId")
        || template.contains(":draftId");
  }

  /** Roles that it asks for; none when whoever has signed in may see it. */
  Set<String> roles() {
    RolesAllowed allowed = view.getAnnotation(RolesAllowed.class);
    return allowed == null ? Set.of() : Set.of(allowed.value());
  }

  /** Whether it is a page of a role; not one of strangers. Those of everybody are learners'. */
  boolean isFor(Role role) {
    return !isForStrangers()
        && (roles().isEmpty() ? role == Role.LEARNER : roles().contains(role.name()));
  }

  boolean isForStrangers() {
    return view.isAnnotationPresent(com.vaadin.flow.server.auth.AnonymousAllowed.class);
  }

  Audience audience() {
    if (isForStrangers()) {
      return Audience.ANYBODY;
    }
    return switch (roles().stream().findFirst().orElse("")) {
      case "INSTRUCTOR" -> Audience.INSTRUCTORS;
      case "ADMINISTRATOR" -> Audience.ADMINISTRATORS;
      default -> Audience.ACCOUNTS;
    };
  }
}
