package io.guanxi.crm.customer.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.Address;
import io.guanxi.crm.customer.BankAccount;
import io.guanxi.crm.customer.Birthday;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Sex;
import io.guanxi.crm.customer.Stage;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class CustomerRulesTest {

    private final CustomerRules rules = new CustomerRules(Clock.fixed(Fixture.NOW, ZoneOffset.UTC));

    @Test
    public void everyTextMayFillItsColumn() {
        assertThat(errors(Fixture.everything("x"::repeat))).isEmpty();
        assertThat(errors(Fixture.everything("客"::repeat))).isEmpty();
        assertThat(errors(Fixture.everything(n -> "🍜".repeat(n / 2)))).isEmpty();
    }

    @Test
    public void everyTextOneOverIsRefusedByName() {
        assertThat(errors(Fixture.everything(n -> "x".repeat(n + 1))))
                .containsExactlyInAnyOrder(
                        "code too-long",
                        "externalId too-long",
                        "name too-long",
                        "shortName too-long",
                        "industry too-long",
                        "source too-long",
                        "size too-long",
                        "addresses[0].type too-long",
                        "addresses[0].region too-long",
                        "addresses[0].city too-long",
                        "addresses[0].district too-long",
                        "addresses[0].street too-long",
                        "addresses[0].postalCode too-long",
                        "bankAccounts[0].bank too-long",
                        "position too-long",
                        "education too-long",
                        "occupation too-long",
                        "preferences too-long");
    }

    @Test
    public void everythingThatIsWrongIsToldAtOnce() {
        CustomerData data = reach(
                List.of("021-5555 0101", "no number", " "),
                List.of("a@b", "ok@example.cn"),
                Optional.of("javascript:alert(1)"),
                Optional.of("片 91"),
                List.of(new Address(
                        " ",
                        Optional.of("cn"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                List.of(new BankAccount("ICBC", "12_34")));

        assertThat(errors(data))
                .containsExactly(
                        "name required",
                        "registrationNumber invalid-registration-number",
                        "phones[1] invalid-phone",
                        "phones[2] required",
                        "emails[0] invalid-email",
                        "webSite invalid-web-site",
                        "addresses[0].country unknown-country",
                        "addresses[0].type required",
                        "bankAccounts[0].number invalid-account-number");
    }

    @Test
    public void acceptsAddressesOfAllScripts() {
        CustomerData data = reach(
                List.of("＋８６ 139 0000 0000", "(021) 5555-0101 转 801", "+1 (555) 010-9999 ext. 12"),
                List.of("张伟@例子.中国", "o'neil+crm@mail.example.co.uk"),
                Optional.of("例子.中国/客户?a=1"),
                Optional.of("91310000MA1FL0"),
                List.of(),
                List.of());

        assertThat(errors(Fixture.renamed(data, "A"))).isEmpty();
    }

    @Test
    public void companiesHaveNoBirthday() {
        CustomerData person = Fixture.everything("x"::repeat);
        CustomerData company = new CustomerData(
                CustomerKind.COMPANY,
                person.code(),
                person.externalId(),
                person.name(),
                person.shortName(),
                person.stage(),
                person.industry(),
                person.source(),
                person.size(),
                person.registrationNumber(),
                person.phones(),
                person.emails(),
                person.webSite(),
                person.addresses(),
                person.bankAccounts(),
                person.person());

        assertThat(errors(company))
                .containsExactly(
                        "sex person-only",
                        "birthday person-only",
                        "position person-only",
                        "education person-only",
                        "occupation person-only",
                        "preferences person-only");
    }

    @Test
    public void nobodyIsBornTomorrow() {
        assertThat(errors(born(LocalDate.of(2026, 3, 1)))).isEmpty();
        assertThat(errors(born(LocalDate.of(2026, 3, 3)))).containsExactly("birthday.date in-future");
        assertThat(errors(born(LocalDate.of(1849, 12, 31)))).containsExactly("birthday.date out-of-range");
    }

    @Test
    public void refusesWhatNoDatabaseCanKeep() {
        assertThat(errors(Fixture.company("a\u0000b"))).containsExactly("name invalid-characters");
        assertThat(errors(Fixture.company("a\uD83Cb"))).containsExactly("name invalid-characters");
        assertThat(errors(Fixture.company("a\nb"))).containsExactly("name invalid-characters");
    }

    @Test
    public void blanksAreAbsentAndEdgesStripped() {
        CustomerData clean = rules.clean(Fixture.withKeys(" 星辰\u3000", "C-9", " "), new FieldErrors());

        assertThat(clean.name()).isEqualTo("星辰");
        assertThat(clean.externalId()).isEmpty();
    }

    @Test
    public void noListIsEndless() {
        assertThat(errors(Fixture.withPhones("A", Collections.nCopies(21, "110").toArray(String[]::new))))
                .containsExactly("phones too-many");
    }

    private List<String> errors(CustomerData data) {
        FieldErrors errors = new FieldErrors();
        rules.clean(data, errors);
        return errors.found().stream().map(e -> e.field() + " " + e.code()).toList();
    }

    private static CustomerData born(LocalDate day) {
        CustomerData data = Fixture.everything("x"::repeat);
        PersonDetails details = new PersonDetails(
                Sex.MALE,
                Optional.of(new Birthday(day, false)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new CustomerData(
                CustomerKind.PERSON,
                Optional.empty(),
                Optional.empty(),
                data.name(),
                Optional.empty(),
                Stage.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                details);
    }

    private static CustomerData reach(
            List<String> phones,
            List<String> emails,
            Optional<String> webSite,
            Optional<String> registrationNumber,
            List<Address> addresses,
            List<BankAccount> accounts) {
        return new CustomerData(
                CustomerKind.COMPANY,
                Optional.empty(),
                Optional.empty(),
                " ",
                Optional.empty(),
                Stage.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                registrationNumber,
                phones,
                emails,
                webSite,
                addresses,
                accounts,
                PersonDetails.NONE);
    }
}
