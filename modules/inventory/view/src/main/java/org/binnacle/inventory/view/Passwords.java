package org.binnacle.inventory.view;

import java.util.Collection;
import org.binnacle.inventory.exchange.Proposal;

/// The port to the vault. Every method may block (a keychain may ask its user) and is called off
/// the FX thread; the arrays are wiped by the caller afterwards.
public interface Passwords {

  /// Where passwords are kept, such as `GNOME keyring`.
  String place();

  /// @param reference an instance's credential
  boolean has(String reference);

  void keep(String reference, char[] password);

  /// Keeps under the second what is kept under the first, for an instance whose address changed.
  void copy(String from, String to);

  void forget(String reference);

  /// Keeps the passwords that came with imported connections.
  ///
  /// @return how many there were
  int keepImported(Collection<Proposal> chosen);
}
