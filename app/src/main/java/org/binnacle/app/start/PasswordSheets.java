package org.binnacle.app.start;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Words;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tunnel;
import org.binnacle.state.vault.MasterPrompt;
import org.binnacle.state.vault.PasswordPrompt;

/// The sheets that ask for a password. On the FX thread; opened by the caller.
final class PasswordSheets {
  private PasswordSheets() {}

  /// For an account or its tunnel.
  static Sheet login(
      Server server,
      PasswordPrompt.What what,
      String vault,
      Consumer<PasswordPrompt.Answer> given) {
    String words =
        switch (what) {
          case ACCOUNT -> "Password of " + server.user() + "@" + server.ref().address();
          case TUNNEL -> "Pass phrase or password for the tunnel " + tunnel(server);
        };
    PasswordField field = field("login-password");
    var keep = new CheckBox("Keep in the vault: " + vault);
    keep.setId("login-keep");
    keep.setWrapText(true);
    return Sheet.titled("Log in to " + server.ref().name())
        .naming(server.ref())
        .body(label(words, field), field, keep)
        .back("Not now")
        .act(
            "Log in",
            Sheet.Kind.USUAL,
            sheet -> {
              given.accept(new PasswordPrompt.Answer(secret(field), keep.isSelected()));
              sheet.close();
            });
  }

  /// For the encrypted file: to open it, or typed twice for a new one.
  ///
  /// @param before what was wrong with the last answer
  static Sheet master(MasterPrompt.Why why, Optional<Fault> before, Consumer<Secret> given) {
    Sheet sheet =
        switch (why) {
          case UNLOCK -> unlock(given);
          case FIRST -> first(given);
        };
    before.ifPresent(fault -> sheet.failed(fault, new Words()));
    return sheet.back("Not now");
  }

  private static Sheet unlock(Consumer<Secret> given) {
    PasswordField field = field("master-password");
    return Sheet.titled("Unlock the password vault")
        .body(label("Master password", field), field)
        .act("Unlock", Sheet.Kind.USUAL, sheet -> answer(sheet, field, given));
  }

  /// Typed twice: a slip would lock everything away.
  private static Sheet first(Consumer<Secret> given) {
    PasswordField field = field("master-password");
    PasswordField again = field("master-again");
    var differ =
        Bindings.createBooleanBinding(
            () -> field.getText().isEmpty() || !field.getText().equals(again.getText()),
            field.textProperty(),
            again.textProperty());
    var words =
        new Label(
            "Passwords are kept in an encrypted file. Without its master password it is lost.");
    words.setWrapText(true);
    return Sheet.titled("Choose a master password")
        .body(
            words,
            label("Master password (8 characters at least)", field),
            field,
            label("Once more", again),
            again)
        .refuseWhile(differ)
        .act("Make the vault", Sheet.Kind.USUAL, sheet -> answer(sheet, field, given));
  }

  private static void answer(Sheet sheet, PasswordField field, Consumer<Secret> given) {
    given.accept(secret(field));
    sheet.close();
  }

  private static PasswordField field(String id) {
    var field = new PasswordField();
    field.setId(id);
    return field;
  }

  private static Label label(String words, PasswordField field) {
    var label = new Label(words);
    label.setWrapText(true);
    label.setLabelFor(field);
    return label;
  }

  private static Secret secret(PasswordField field) {
    char[] typed = field.getText().toCharArray();
    try {
      return new Secret(typed);
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private static String tunnel(Server server) {
    return server.tunnel().map((Tunnel way) -> way.user() + "@" + way.host()).orElse("");
  }
}
