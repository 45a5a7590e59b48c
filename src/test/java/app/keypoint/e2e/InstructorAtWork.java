package app.keypoint.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** An instructor in a browser, with the steps that most of what they do begins with. */
final class InstructorAtWork {

  private final Visitor visitor;

  InstructorAtWork(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Makes a cohort, is on its page, and returns its id. */
  long create(String name) {
    visitor.open("cohorts");
    visitor.control(AriaRole.BUTTON, "New cohort").click();
    visitor.page().getByLabel("Name").last().fill(name);
    visitor.control(AriaRole.BUTTON, "Create").last().click();
    visitor.page().waitForURL("**/cohorts/*");
    visitor.settle();
    return Long.parseLong(visitor.page().url().replaceAll(".*/", ""));
  }

  /** Goes to the page of a cohort that is there. */
  void openCohort(String name) {
    visitor.open("cohorts");
    follow(name, "cohorts/*");
  }

  /** Clicks a link and waits for where it leads. */
  void follow(String link, String route) {
    visitor.control(AriaRole.LINK, link).first().click();
    visitor.page().waitForURL("**/" + route);
    visitor.settle();
  }

  /** One of the six figures on a cohort's page. */
  Locator figure(String label) {
    return visitor
        .page()
        .locator(".glance .stat")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    visitor
                        .page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label))));
  }
}
