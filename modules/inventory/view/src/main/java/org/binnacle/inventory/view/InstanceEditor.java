package org.binnacle.inventory.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.inventory.Environment;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.inventory.TlsMode;
import org.binnacle.kernel.Safety;

/// The nodes of the form for one instance; {@link EditorSheet} saves and tests.
final class InstanceEditor {
  private final Inventory inventory;
  private final EditorModel model;
  private final Choosers choosers;
  private final Form form;
  private final VBox node = new VBox();
  private final PasswordField password = new PasswordField();
  private final StepList steps = new StepList();

  InstanceEditor(
      Inventory inventory, EditorModel model, Choosers choosers, Runnable editEnvironments) {
    this.inventory = inventory;
    this.model = model;
    this.choosers = choosers;
    this.form = new Form(model);
    server();
    encryption();
    tunnel();
    place(editEnvironments);
    node.getChildren().addAll(steps, form);
    node.getStyleClass().add("editor");
    node.getStylesheets().add(Themes.css("fleet"));
  }

  Node node() {
    return node;
  }

  PasswordField password() {
    return password;
  }

  StepList steps() {
    return steps;
  }

  /// Puts the keyboard into the field's control.
  void focus(Field field) {
    Node input = node.lookup("#field-" + field.key());
    if (input != null) {
      input.requestFocus();
    }
  }

  private void server() {
    TextField host =
        form.text(Field.HOST, "Host", "db1.example.com — or paste mysql://user@host:port");
    // A pasted connection is one line with a blank or "://"; no host has either.
    host.textProperty()
        .addListener(
            (seen, was, is) -> {
              if (is.indexOf(' ') > 0 || is.contains("://")) {
                ConnectText.read(is).ifPresent(this::fill);
              }
            });
    form.text(Field.PORT, "Port", "3306");
    form.text(Field.USER, "User", "the account to log in with");
    password.setId("field-password");
    form.line("Password", password, password);
    form.text(Field.NAME, "Name", "unique in the inventory");
  }

  private void fill(ConnectText pasted) {
    // Not within the change of the text that was pasted.
    org.binnacle.fxkit.FxThread.later(
        () -> {
          model.fill(pasted);
          if (!pasted.password().isEmpty()) {
            password.setText(pasted.password());
          }
        });
  }

  private void encryption() {
    form.section("Encryption");
    var mode = new ComboBox<String>();
    mode.getItems().setAll(Arrays.stream(TlsMode.values()).map(TlsMode::name).toList());
    mode.valueProperty().bindBidirectional(model.text(Field.TLS));
    mode.setMaxWidth(Double.MAX_VALUE);
    form.line(Field.TLS, "TLS", mode, mode);
    var ca = new TextField();
    ca.textProperty().bindBidirectional(model.text(Field.CA));
    ca.setPromptText("PEM file, for VERIFY_CA and VERIFY_IDENTITY");
    form.line(Field.CA, "CA file", Form.beside(ca, chooser("Choose the CA file", ca)), ca);
    var key = new CheckBox("Fetch the server's public key where there is no TLS");
    key.setSelected(model.text(Field.PUBLIC_KEY_RETRIEVAL).get().equals("true"));
    key.selectedProperty()
        .addListener(
            (seen, was, is) -> model.text(Field.PUBLIC_KEY_RETRIEVAL).set(is ? "true" : "false"));
    form.line(Field.PUBLIC_KEY_RETRIEVAL, "", key, key);
  }

  private void tunnel() {
    form.section("SSH tunnel");
    var through = new CheckBox("Connect through an SSH host");
    through.setId("field-tunnel");
    through.selectedProperty().bindBidirectional(model.tunnel());
    form.line("", through, through);
    var inner = new Form(model);
    inner.text(Field.TUNNEL_HOST, "SSH host", "bastion.example.com");
    inner.text(Field.TUNNEL_PORT, "SSH port", "22");
    inner.text(Field.TUNNEL_USER, "SSH user", "your own name where empty");
    file(inner, Field.TUNNEL_KEY, "Key file", "~/.ssh/id_ed25519 and the agent where empty");
    file(inner, Field.TUNNEL_KNOWN_HOSTS, "Known hosts", "~/.ssh/known_hosts where empty");
    inner.visibleProperty().bind(model.tunnel());
    inner.managedProperty().bind(model.tunnel());
    form.wide(inner);
  }

  private void file(Form in, Field field, String label, String prompt) {
    var path = new TextField();
    path.textProperty().bindBidirectional(model.text(field));
    path.setPromptText(prompt);
    in.line(field, label, Form.beside(path, chooser("Choose a file", path)), path);
  }

  private Node chooser(String title, TextField into) {
    return Icons.button(
        "mdi2f-folder-open-outline",
        title,
        () ->
            choosers
                .open(
                    into.getScene().getWindow(), title, List.of(Choosers.Kind.of("All files", "*")))
                .ifPresent(path -> into.setText(path.toString())));
  }

  private void place(Runnable editEnvironments) {
    form.section("Where it belongs");
    environment(editEnvironments);
    form.choice(Field.CLUSTER, "Cluster", present(Field.CLUSTER));
    form.choice(Field.BUSINESS, "Business", present(Field.BUSINESS));
    form.choice(Field.REGION, "Region", present(Field.REGION));
    form.choice(Field.ROLE, "Role", present(Field.ROLE));
    form.text(Field.TAGS, "Tags", "shop, owner=anna");
    var note = new TextArea();
    note.textProperty().bindBidirectional(model.text(Field.NOTE));
    note.setPrefRowCount(2);
    note.setWrapText(true);
    form.line(Field.NOTE, "Note", note, note);
    form.text(Field.CREDENTIAL, "Vault entry", "user@host:port where empty");
  }

  private void environment(Runnable editEnvironments) {
    var preview = new Label();
    preview.getStyleClass().add("band");
    preview.setId("environment-preview");
    var hint = new Label();
    hint.getStyleClass().add("muted");
    var edit = new Hyperlink("Environments…");
    edit.setOnAction(event -> editEnvironments.run());
    var names = inventory.environments().stream().map(Environment::name).toList();
    var box = new ComboBox<String>();
    box.setEditable(true);
    box.getItems().setAll(names);
    box.setMaxWidth(Double.MAX_VALUE);
    box.getEditor().textProperty().bindBidirectional(model.text(Field.ENVIRONMENT));
    model.text(Field.ENVIRONMENT).addListener((seen, was, is) -> preview(is, preview, hint));
    preview(model.text(Field.ENVIRONMENT).get(), preview, hint);
    var below = Form.beside(hint, edit);
    form.line(
        Field.ENVIRONMENT,
        "Environment",
        new VBox(Form.beside(box, preview), below),
        box.getEditor());
  }

  private void preview(String name, Label preview, Label hint) {
    Optional<Environment> known =
        inventory.environments().stream()
            .filter(environment -> environment.name().equalsIgnoreCase(name.strip()))
            .findFirst();
    preview.setText(known.map(Environment::name).orElse(""));
    preview.setVisible(known.isPresent());
    preview.setManaged(known.isPresent());
    Colours.put(preview, known.map(Environment::colour).orElse(""));
    hint.setText(words(known.map(Environment::safety)));
  }

  private static String words(Optional<Safety> safety) {
    return safety
        .map(
            care ->
                switch (care) {
                  case RELAXED -> "Changes are confirmed once.";
                  case CAREFUL -> "Changes show their statements first.";
                  case STRICT -> "Changes ask for the instance's name to be typed.";
                })
        .orElse("Without one, changes are treated with care.");
  }

  private List<String> present(Field field) {
    var values = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Instance instance : inventory.instances()) {
      values.add(field.of(instance));
    }
    values.remove("");
    if (field == Field.ROLE) {
      values.addAll(List.of("source", "replica", "backup"));
    }
    return List.copyOf(values);
  }
}
