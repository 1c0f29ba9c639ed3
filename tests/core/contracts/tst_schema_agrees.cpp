// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/contracts/contract.h"

#include <QTest>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace holdpoint;
using namespace holdpoint::contracts;
using nlohmann::json;

namespace {

constexpr std::uint64_t Seed = 20'240'601;

class Generator {
public:
    explicit Generator(std::uint64_t seed) : rng_(seed) {}

    json value(int depth)
    {
        switch (rng_.below(depth > 0 ? 9 : 7)) {
        case 0: return nullptr;
        case 1: return rng_.chance(500'000);
        case 2: return static_cast<std::int64_t>(rng_.below(5)) - 1;
        case 3: return 0.5 + static_cast<double>(rng_.below(3));  // about 1.0 implementations differ
        case 4:
        case 5:
        case 6: return word();
        case 7: return list(depth);
        default: return object(depth);
        }
    }

    json schema(int depth)
    {
        json out = json::object();
        if (rng_.below(2))
            out["type"] = pick({"null", "boolean", "integer", "number", "string", "array", "object"});
        if (rng_.below(6) == 0)
            out["enum"] = json::array({word(), static_cast<std::int64_t>(rng_.below(3)), nullptr});
        if (rng_.below(4) == 0)
            out[pick({"minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum"})] =
                rng_.below(3);
        if (rng_.below(3) == 0)
            out["required"] = json::array({word()});
        if (depth > 0 && rng_.below(2))
            out["properties"] = {{word(), schema(depth - 1)}, {word(), schema(depth - 1)}};
        if (depth > 0 && rng_.below(4) == 0)
            out["items"] = schema(depth - 1);
        if (rng_.below(4) == 0)
            out["additionalProperties"] = rng_.below(2) ? json(false) : schema(0);
        return out;
    }

private:
    std::string pick(std::initializer_list<const char*> words)
    {
        return *(words.begin() + rng_.below(words.size()));
    }
    std::string word() { return pick({"", "a", "ab", "\xC3\xA9", "status", "id"}); }
    json list(int depth)
    {
        json out = json::array();
        for (std::uint64_t n = rng_.below(4); n > 0; --n)
            out.push_back(value(depth - 1));
        return out;
    }
    json object(int depth)
    {
        json out = json::object();
        for (std::uint64_t n = rng_.below(4); n > 0; --n)
            out[word()] = value(depth - 1);
        return out;
    }

    SeededRng rng_;
};

bool referenceTakes(const json& schema, const json& document)
{
    valijson::Schema compiled;
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schema), compiled);
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    return validator.validate(compiled, valijson::adapters::NlohmannJsonAdapter(document), nullptr);
}

}  // namespace

/// Our compiled checks against another implementation of JSON Schema.
class TestSchemaAgrees : public QObject {
    Q_OBJECT

private slots:
    void onRandomSchemasAndDocuments();
    void onTheBuiltInAnswers();
};

void TestSchemaAgrees::onRandomSchemasAndDocuments()
{
    qInfo("seed %llu", static_cast<unsigned long long>(Seed));
    Generator make(Seed);
    int taken = 0;
    int refused = 0;
    for (int i = 0; i < 3'000; ++i) {
        const json schema = make.schema(2);
        const auto compiled = Schema::compile(schema.dump());
        QVERIFY2(compiled.has_value(), schema.dump().c_str());
        for (int n = 0; n < 5; ++n) {
            const json document = make.value(3);
            Json parsed;
            QVERIFY(!parsed.parse(document.dump()));
            const bool takes = !compiled->check(parsed);
            if (takes != referenceTakes(schema, document))
                QFAIL((schema.dump() + "\n" + document.dump() + (takes ? " taken" : " refused")).c_str());
            ++(takes ? taken : refused);
        }
    }
    QVERIFY2(taken > 2'000 && refused > 2'000, "the generator must make both");
}

void TestSchemaAgrees::onTheBuiltInAnswers()
{
    for (const Document& document : builtInDocuments()) {
        const json parsed = json::parse(document.text);
        const auto compiled = Schema::compile(parsed.at("answer").dump());
        QVERIFY2(compiled.has_value(), document.name.c_str());
        for (const char* body :
             {R"({"status":"accepted"})", R"({"shipment_id":"S","status":"accepted"})",
              R"({"shipment_id":"","status":"accepted"})", R"({"tracking":"T","status":"booked"})",
              R"({"transaction_id":7,"status":"succeeded"})", R"({"key":"k","state":"done"})"}) {
            Json answer;
            QVERIFY(!answer.parse(body));
            QCOMPARE(!compiled->check(answer), referenceTakes(parsed.at("answer"), json::parse(body)));
        }
    }
}

QTEST_GUILESS_MAIN(TestSchemaAgrees)
#include "tst_schema_agrees.moc"
