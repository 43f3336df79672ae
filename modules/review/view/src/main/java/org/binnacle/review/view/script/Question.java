package org.binnacle.review.view.script;

import java.util.List;

/// A text that is to be reviewed.
///
/// @param before scripts that run before it on the same schema
record Question(String path, String text, List<Before> before) {

  /// A script that changes the schema that later ones meet.
  record Before(String path, String text) {}

  Question {
    before = List.copyOf(before);
  }

  Question with(String other) {
    return new Question(path, other, before);
  }

  /// All texts in the order in which they run.
  List<String> texts() {
    var all = new java.util.ArrayList<String>();
    before.forEach(script -> all.add(script.text()));
    all.add(text);
    return all;
  }
}
