// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "exports/sheets.hpp"

namespace gineste {

// The same French as the page's (viz/src/words/engine.ts).
std::string engine_word(std::string_view word, Language language) {
    struct Pair {
        std::string_view english;
        const char* french;
    };
    static constexpr std::array<Pair, 34> words = {{{"start", "départ"},
                                                    {"station", "ravitaillement"},
                                                    {"width", "largeur"},
                                                    {"grade", "pente"},
                                                    {"wave merging", "vagues mêlées"},
                                                    {"density", "densité"},
                                                    {"free", "libre"},
                                                    {"light", "léger"},
                                                    {"restricted", "gêné"},
                                                    {"platoon", "peloton"},
                                                    {"shuffle", "piétinement"},
                                                    {"breakdown", "blocage"},
                                                    {"refreshment", "ravitaillement"},
                                                    {"sponge", "épongeage"},
                                                    {"both", "deux côtés"},
                                                    {"left", "gauche"},
                                                    {"right", "droite"},
                                                    {"drink", "boisson"},
                                                    {"counter", "guichet"},
                                                    {"open", "ouvert"},
                                                    {"coaches", "cars"},
                                                    {"refreshments", "ravitaillement"},
                                                    {"sponges", "épongeage"},
                                                    {"arrival", "arrivée"},
                                                    {"engraving", "gravure"},
                                                    {"massage", "massage"},
                                                    {"first aid", "premiers secours"},
                                                    {"course", "parcours"},
                                                    {"bags", "consigne"},
                                                    {"medals", "médailles"},
                                                    {"none required", "aucun dispositif exigé"},
                                                    {"post", "poste"},
                                                    {"role", "rôle"},
                                                    {"all", "tous"}}};
    if (language == Language::french) {
        for (const Pair& pair : words) {
            if (pair.english == word) return pair.french;
        }
    }
    return std::string(word);
}

}  // namespace gineste
