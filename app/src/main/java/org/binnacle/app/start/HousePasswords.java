package org.binnacle.app.start;

import java.util.Collection;
import org.binnacle.app.house.House;
import org.binnacle.inventory.exchange.Import;
import org.binnacle.inventory.exchange.Proposal;
import org.binnacle.inventory.view.Passwords;
import org.binnacle.mysql.Secret;

/// The vault, as the inventory's sheets want it.
record HousePasswords(House house, Visits visits) implements Passwords {

  @Override
  public String place() {
    return house.vault().describe();
  }

  @Override
  public boolean has(String reference) {
    var found = house.vault().find(reference);
    found.ifPresent(Secret::close);
    return found.isPresent();
  }

  @Override
  public void keep(String reference, char[] password) {
    visits.toVault();
    try (var secret = new Secret(password)) {
      house.vault().keep(reference, secret);
    }
  }

  @Override
  public void copy(String from, String to) {
    visits.toVault();
    house
        .vault()
        .find(from)
        .ifPresent(
            secret -> {
              try (secret) {
                house.vault().keep(to, secret);
              }
            });
  }

  @Override
  public void forget(String reference) {
    house.vault().forget(reference);
  }

  @Override
  public int keepImported(Collection<Proposal> chosen) {
    visits.toVault();
    return new Import(house.inventory())
        .keepPasswords(java.util.List.copyOf(chosen), house.vault());
  }
}
