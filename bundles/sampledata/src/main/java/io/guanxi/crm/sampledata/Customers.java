package io.guanxi.crm.sampledata;

import io.guanxi.crm.customer.Address;
import io.guanxi.crm.customer.BankAccount;
import io.guanxi.crm.customer.Birthday;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Sex;
import io.guanxi.crm.customer.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes up who the customers are. */
final class Customers {

    private static final List<String> STREETS = List.of("世纪大道", "中山路", "人民路", "解放路", "科技园路", "建设大道", "长江路", "和平街");
    private static final List<String> SOURCES =
            List.of("exhibition", "referral", "web", "cold-call", "advertisement", "partner");
    private static final List<String> SIZES = List.of("1-49", "50-199", "200-999", "1000+");
    private static final List<String> POSITIONS = List.of("总经理", "采购经理", "财务主管", "技术总监", "行政专员", "销售经理");
    private static final List<String> PARTS = List.of("decision-maker", "buyer", "user", "influencer");

    private final Random random;

    Customers(Random random) {
        this.random = random;
    }

    static String externalId(int number) {
        return String.format(java.util.Locale.ROOT, "SAMPLE-C-%05d", number);
    }

    CustomerData customer(int number, boolean english, boolean buys) {
        Place place = english ? Place.ABROAD : Names.pick(random, Place.CHINESE);
        CustomerKind kind = kind(english);
        boolean person = kind == CustomerKind.PERSON;
        String name = name(kind, english, place);
        return new CustomerData(
                kind,
                Optional.empty(),
                Optional.of(externalId(number)),
                name,
                Optional.empty(),
                buys ? Stage.CUSTOMER : Names.pick(random, List.of(Stage.UNKNOWN, Stage.POTENTIAL, Stage.INTENT)),
                person ? Optional.empty() : Optional.of(Names.pick(random, List.of("C", "F", "G", "I", "M", "Q"))),
                Optional.of(Names.pick(random, SOURCES)),
                person ? Optional.empty() : Optional.of(Names.pick(random, SIZES)),
                Optional.empty(),
                List.of(person ? mobile() : landline(place)),
                List.of("contact" + number + "@example.com"),
                person ? Optional.empty() : Optional.of("https://www" + number + ".example.com"),
                List.of(address(place)),
                person || random.nextInt(3) > 0 ? List.of() : List.of(new BankAccount("中国银行", "62220000" + digits(11))),
                person ? details(Optional.empty()) : PersonDetails.NONE);
    }

    List<PersonData> persons(boolean english, CustomerKind kind) {
        int count = kind == CustomerKind.PERSON ? 0 : 1 + random.nextInt(3);
        return IntStream.range(0, count).mapToObj(i -> person(english)).toList();
    }

    private PersonData person(boolean english) {
        return new PersonData(
                Names.person(random, english),
                Optional.of(Names.pick(random, PARTS)),
                List.of(mobile()),
                List.of("p" + digits(7) + "@example.com"),
                details(Optional.of(Names.pick(random, POSITIONS))));
    }

    private PersonDetails details(Optional<String> position) {
        LocalDate born = LocalDate.of(1958 + random.nextInt(46), 1 + random.nextInt(12), 1 + random.nextInt(28));
        return new PersonDetails(
                random.nextBoolean() ? Sex.MALE : Sex.FEMALE,
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(new Birthday(born, random.nextInt(5) == 0)),
                position,
                Optional.empty(),
                Optional.empty(),
                random.nextInt(6) == 0 ? Optional.of("喜欢喝茶") : Optional.empty());
    }

    private CustomerKind kind(boolean english) {
        int dice = random.nextInt(100);
        if (dice < 58) {
            return CustomerKind.COMPANY;
        }
        if (english || dice < 90) {
            return CustomerKind.PERSON;
        }
        return dice < 96 ? CustomerKind.INSTITUTION : CustomerKind.GOVERNMENT;
    }

    private String name(CustomerKind kind, boolean english, Place place) {
        return switch (kind) {
            case PERSON -> Names.person(random, english);
            case INSTITUTION -> Names.institution(random, place);
            case GOVERNMENT ->
                place.city() + place.district() + Names.pick(random, List.of("教育局", "卫生局", "税务局", "财政局"));
            default -> Names.company(random, english, place);
        };
    }

    private Address address(Place place) {
        String street = place.country().equals("CN")
                ? Names.pick(random, STREETS) + " " + (1 + random.nextInt(900)) + " 号"
                : (1 + random.nextInt(200)) + " High Street";
        return new Address(
                "office",
                Optional.of(place.country()),
                Optional.of(place.region()),
                Optional.of(place.city()),
                Optional.of(place.district()),
                Optional.of(street),
                Optional.of(place.postalCode()));
    }

    private String mobile() {
        return Names.pick(random, List.of("130", "135", "138", "139", "150", "158", "177", "186", "189")) + digits(8);
    }

    private String landline(Place place) {
        return place.areaCode() + "-5555 " + digits(4);
    }

    private String digits(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }
}
