package app.keypoint.privacy.ui;

import app.keypoint.cohort.Memberships.Membership;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Who can see what, in plain words. */
class WhoSeesCard extends Section {

  WhoSeesCard(List<Membership> memberships) {
    addClassNames("card", "privacy");
    add(new H2(getTranslation("privacy.who")), new H3(getTranslation("privacy.instructors")));
    if (memberships.isEmpty()) {
      add(new Paragraph(getTranslation("privacy.instructors.none")));
    } else {
      UnorderedList list = new UnorderedList();
      list.addClassName("rows");
      memberships.forEach(membership -> list.add(item(membership)));
      add(list, new Paragraph(getTranslation("privacy.instructors.see")));
    }
    add(
        new Paragraph(getTranslation("privacy.instructors.not")),
        new H3(getTranslation("privacy.authors")),
        new Paragraph(getTranslation("privacy.authors.see")),
        new H3(getTranslation("privacy.administrators")),
        new Paragraph(getTranslation("privacy.administrators.see")),
        new H3(getTranslation("privacy.others")),
        new Paragraph(getTranslation("privacy.others.see")));
  }

  private ListItem item(Membership membership) {
    Span cohort = new Span(membership.cohort());
    cohort.addClassName("name");
    Div names = new Div(String.join(getTranslation("privacy.and"), membership.instructors()));
    names.addClassName("muted");
    return new ListItem(new Div(new Div(cohort), names));
  }
}
