using System.Collections.Frozen;

namespace MultiLine.Domain.Policy.Detection.Scanning;

/// <summary>The words of English, German, French, Spanish, Italian, Dutch, Portuguese and Polish that say what a number beside them is.</summary>
internal static class ContextWords
{
    /// <summary>No word or pair of words below is longer.</summary>
    public const int Longest = 26;

    private static readonly FrozenDictionary<string, Subjects> Words = Build(
        (Subjects.Card, "card, cards, creditcard, credit, debit, visa, mastercard, amex, maestro, discover, jcb, diners, unionpay, cvv, cvc, karte, "
            + "kreditkarte, kreditkartennummer, kartennummer, carte, carta, tarjeta, kaart, creditcard, cartão, karta, karty"),
        (Subjects.Ssn, "ssn, ssns, ssid, social security, social sec, soc sec, socialsecurity"),
        (Subjects.Itin, "itin, individual taxpayer, taxpayer id, taxpayer identification, tax id"),
        (Subjects.Nino, "nino, national insurance, ni number, ni no, insurance number"),
        (Subjects.Nhs, "nhs, national health, health service"),
        (Subjects.Sin, "sin, social insurance, nas, assurance sociale, numéro d'assurance"),
        (Subjects.Tfn, "tfn, tax file, file number"),
        (Subjects.Nif, "nif, nie, dni, documento nacional, identificación fiscal, identidad, extranjero"),
        (Subjects.Pesel, "pesel"),
        (Subjects.Pan, "pan, permanent account, income tax"),
        (Subjects.Aadhaar, "aadhaar, aadhar, adhaar, uidai, uid"),
        (Subjects.Nric, "nric, fin, foreign identification, ic number, identity card"),
        (Subjects.Routing, "aba, routing, rtn, transit, bank routing"),
        (Subjects.Swift, "swift, bic, swiftcode, bank, iban, wire, konto, account, überweisung, virement, transferencia, przelew, bonifico"),
        (Subjects.Phone, "phone, phones, telephone, tel, cell, cellphone, mobile, mob, call, calls, called, calling, caller, dial, ring, fax, whatsapp, sms, "
            + "text me, message, messages, answer, answering, answers, voice, contact, reach, reached, hotline, landline, handset, handy, handynummer, telefon, telefonisch, telefonnummer, mobil, mobilnummer, anrufen, anruf, rufnummer, "
            + "erreichbar, erreichen, rufen, ruf, rappeler, rappelle, téléphone, portable, appeler, appelle, appelez, numéro de, joindre, teléfono, telefono, "
            + "móvil, movil, llamar, llame, llámame, llama, contacto, cellulare, chiamare, chiamami, chiama, telefoon, telefoonnummer, mobiel, bel, bellen, "
            + "telefone, celular, telemóvel, ligar, ligue, telefonu, komórka, zadzwoń, zadzwonić, dzwoń, kontakt, telefono, dzwonić, puhelin, mobilen, ring, "
            + "office, direct line, number for, phone number, my number, your number, new number, his number, her number, voicemail, helpline, switchboard, customer service"),
        (Subjects.Web, "url, urls, web, website, site, link, links, visit, page, homepage, webseite, seite, website, sitio, visite, domain, browse, online"),
        (Subjects.Version, "version, versions, ver, release, build, v, app, update, updated, upgrade, upgraded, patch, driver, plugin, software, firmware, sdk, chapter, section, step, clause, paragraph, article, figure, table, annex, appendix, wersja, versión"),
        (Subjects.Upgrade, "update, updated, updates, updating, upgrade, upgraded, upgrading, downgrade, downgraded, install, installed, installing, reinstall, "
            + "aktualisieren, aktualisiert, installieren, installiert, installé, installer, instalar, instalado, instalada, installato, zainstalowany"),
        (Subjects.Network, "ip, ips, ipv4, ipv6, address, addresses, server, servers, host, hosts, hostname, dns, firewall, acl, route, router, gateway, subnet, network, proxy, endpoint, ping, vpn, "
            + "whitelist, allowlist, blocklist, login, logins, sftp, ftp, ssh, port, record, records, adresse, adressen, netz, netzwerk, adres, dirección, indirizzo, serveur, servidor"),
        (Subjects.Wallet, "wallet, wallets, bitcoin, btc, crypto, ethereum, eth, solana, sol, phantom, cryptocurrency, coin, coins, blockchain, address"),
        (Subjects.Secret, "key, keys, apikey, api, token, tokens, secret, secrets, password, passwort, passwd, pwd, credential, credentials, bearer, authorization, "
            + "auth, api_key, secret_key, access_key, access key, api key"),
        (Subjects.Birth, "dob, born, birth, birthdate, birthday, birthdates, geboren, geb, geburtsdatum, geburtstag, né, née, naissance, nacido, nacida, nacimiento, "
            + "nascita, nato, nata, geboortedatum, nascimento, nascido, nascida, urodzony, urodzona, urodzenia, ur, doğum, född, født"),
        (Subjects.MedicalRecord, "mrn, mrns, medical record, medical records, record number, patient id, patient number, patient no, hospital number, hospital no, "
            + "chart number, chart no, patientennummer, patienten, krankenaktennummer, fallnummer, dossier médical, numéro patient, historia clínica, "
            + "número de historia, cartella clinica, patiëntnummer"),
        (Subjects.Reference, "order, orders, invoice, invoices, ticket, reference, ref, isin, tracking, parcel, shipment, confirmation, case, claim, policy, contract, "
            + "amount, total, price, balance, rechnung, rechnungsnummer, bestellung, bestellnummer, auftrag, kundennummer, facture, commande, factura, "
            + "pedido, fattura, ordine, bestelling, zamówienie, faktura, account, serial, sku, part, item, model, po, id, trade, lot, postcode, zip, "
            + "booking, flight, suite, cusip, sedol, wkn, lei, apt, apartment, meter, batch, customer number, konto, kontonummer, compte, cuenta, konta"));

    private static readonly FrozenDictionary<string, Subjects>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstOfPairs = Words.Keys
        .Where(w => w.Contains(' ', StringComparison.Ordinal))
        .Select(w => w[..w.IndexOf(' ', StringComparison.Ordinal)])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a word, or a pair of words with one space between, speaks of; upper and lower case alike.</summary>
    public static Subjects Of(ReadOnlySpan<char> words) =>
        words.Length <= Longest && BySpan.TryGetValue(words, out var subjects) ? subjects : Subjects.None;

    public static bool MayBeginPair(ReadOnlySpan<char> word) => word.Length < Longest && FirstOfPairs.Contains(word);

    private static FrozenDictionary<string, Subjects> Build(params ReadOnlySpan<(Subjects Subject, string Words)> lists)
    {
        var all = new Dictionary<string, Subjects>(StringComparer.OrdinalIgnoreCase);
        foreach (var (subject, words) in lists)
        {
            foreach (var word in words.Split(", "))
                all[word] = all.GetValueOrDefault(word) | subject;
        }

        return all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
