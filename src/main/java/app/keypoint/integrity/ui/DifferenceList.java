package app.keypoint.integrity.ui;

import app.keypoint.integrity.DataCheck.Report;
import app.keypoint.integrity.Difference;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** What differs, and the entry that explains it. Names of columns and entries are English. */
class DifferenceList extends Section {

  DifferenceList(Report report) {
    addClassName("card");
    add(new H2(getTranslation("integrity.differences")));
    if (report.first().isEmpty()) {
      add(new Paragraph(getTranslation("integrity.restart")));
      return;
    }
    UnorderedList list = new UnorderedList();
    report.first().forEach(difference -> list.add(item(difference)));
    add(list);
    long more = report.differences() - report.first().size();
    if (more > 0) {
      add(new Paragraph(getTranslation("integrity.more", more)));
    }
  }

  private ListItem item(Difference difference) {
    Div head =
        new Div(
            new Tag(getTranslation("integrity.kind." + difference.kind()), Tag.Kind.WARN),
            new Span(
                getTranslation(
                    "integrity.of", difference.of(), String.valueOf(difference.learnerId()))));
    head.addClassName("who");
    DescriptionList facts = new DescriptionList();
    fact(facts, "integrity.kept", difference.kept());
    fact(facts, "integrity.follows", difference.follows());
    String entry = difference.entry();
    fact(facts, "integrity.entry", entry == null ? getTranslation("integrity.no-entry") : entry);
    return new ListItem(head, facts);
  }

  private void fact(DescriptionList facts, String key, String value) {
    facts.add(
        new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
  }
}
