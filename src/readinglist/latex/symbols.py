"""The characters that have a LaTeX name of their own, in words a plain document with T1 fonts knows."""

from collections.abc import Iterator

# Letters that Unicode does not take apart: an accent may still sit on them (`\'{\ae}`).
LETTERS = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "dj", "Đ": "DJ", "ð": "dh", "Ð": "DH", "þ": "th", "Þ": "TH", "ŋ": "ng", "Ŋ": "NG", "ı": "i", "ȷ": "j",
    "å": "aa", "Å": "AA", "ĳ": "ij", "Ĳ": "IJ",
}  # fmt: skip

# What stands for itself in text; each becomes `{\name}`.
_TEXT = """
¡ textexclamdown  ¿ textquestiondown  ¢ textcent  £ textsterling  ¤ textcurrency  ¥ textyen  € texteuro
₡ textcolonmonetary  ₤ textlira  ₦ textnaira  ₩ textwon  ₫ textdong  ₱ textpeso  ฿ textbaht  ƒ textflorin
¦ textbrokenbar  § textsection  ¶ textparagraph  © textcopyright  ® textregistered  ™ texttrademark
℠ textservicemark  ℗ textcircledP  ª textordfeminine  º textordmasculine  ¬ textlnot  ± textpm  × texttimes
÷ textdiv  µ textmu  · textperiodcentered  • textbullet  ◦ textopenbullet  † textdagger  ‡ textdaggerdbl
° textdegree  ℃ textcelsius  № textnumero  ℧ textmho  ℮ textestimated  ‰ textperthousand
‱ textpertenthousand  ¼ textonequarter  ½ textonehalf  ¾ textthreequarters  ⁄ textfractionsolidus
‖ textbardbl  ※ textreferencemark  ‽ textinterrobang  ♪ textmusicalnote  ␣ textvisiblespace
´ textasciiacute  ˇ textasciicaron  ˘ textasciibreve  ˝ textacutedbl  ¨ textasciidieresis  ¯ textasciimacron
« guillemotleft  » guillemotright  ‹ guilsinglleft  › guilsinglright  „ quotedblbase  ‚ quotesinglbase
… ldots  < textless  > textgreater  | textbar  ` textasciigrave
"""

# What only mathematics has; each becomes `{\ensuremath{\name}}`.
_MATH = """
α alpha  β beta  γ gamma  δ delta  ε varepsilon  ϵ epsilon  ζ zeta  η eta  θ theta  ϑ vartheta  ι iota  κ kappa
λ lambda  μ mu  ν nu  ξ xi  π pi  ϖ varpi  ρ rho  ϱ varrho  σ sigma  ς varsigma  τ tau  υ upsilon  φ varphi
ϕ phi  χ chi  ψ psi  ω omega  Γ Gamma  Δ Delta  Θ Theta  Λ Lambda  Ξ Xi  Π Pi  Σ Sigma  Υ Upsilon  Φ Phi  Ψ Psi
Ω Omega
← leftarrow  → rightarrow  ↑ uparrow  ↓ downarrow  ↔ leftrightarrow  ↕ updownarrow  ↦ mapsto  ↗ nearrow
↘ searrow  ↙ swarrow  ↖ nwarrow  ↩ hookleftarrow  ↪ hookrightarrow  ⇌ rightleftharpoons  ⇐ Leftarrow
⇒ Rightarrow  ⇔ Leftrightarrow  ⇑ Uparrow  ⇓ Downarrow  ⟵ longleftarrow  ⟶ longrightarrow
⟷ longleftrightarrow  ⟸ Longleftarrow  ⟹ Longrightarrow  ⟺ Longleftrightarrow
≤ leq  ≥ geq  ≠ neq  ≈ approx  ≡ equiv  ∼ sim  ≃ simeq  ≅ cong  ∝ propto  ≪ ll  ≫ gg  ≺ prec  ≻ succ  ≍ asymp
≐ doteq  ∣ mid  ∥ parallel  ⊥ perp  ∈ in  ∉ notin  ∋ ni  ⊂ subset  ⊃ supset  ⊆ subseteq  ⊇ supseteq
⊑ sqsubseteq  ⊒ sqsupseteq  ⊢ vdash  ⊣ dashv  ⊨ models  ⊤ top
∓ mp  ∗ ast  ⋆ star  ∘ circ  ⋅ cdot  ∩ cap  ∪ cup  ⊎ uplus  ⊓ sqcap  ⊔ sqcup  ∨ vee  ∧ wedge  ∖ setminus  ≀ wr
⋄ diamond  △ triangle  ▷ triangleright  ◁ triangleleft  ○ bigcirc  ⊕ oplus  ⊖ ominus  ⊗ otimes  ⊘ oslash  ⊙ odot
∑ sum  ∏ prod  ∐ coprod  ∫ int  ∮ oint  ⋀ bigwedge  ⋁ bigvee  ⋂ bigcap  ⋃ bigcup  √ surd
∂ partial  ∇ nabla  ∞ infty  ∅ emptyset  ∀ forall  ∃ exists  ∠ angle  ′ prime  ⋯ cdots  ⋮ vdots  ⋱ ddots
ℓ ell  ℏ hbar  ℘ wp  ℜ Re  ℑ Im  ℵ aleph  ⟨ langle  ⟩ rangle  ⌈ lceil  ⌉ rceil  ⌊ lfloor  ⌋ rfloor
♠ spadesuit  ♡ heartsuit  ♢ diamondsuit  ♣ clubsuit  ♭ flat  ♮ natural  ♯ sharp
"""

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+-=()ni")
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+-=()")

# Greek capitals that look Latin have no command: upright Latin is how mathematics prints them. Not in a
# special character, whose letters BibTeX would change to lower case.
LATIN_LOOK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧ", "ABEZHIKMNOPTX", strict=True))

# Punctuation TeX writes with ASCII; the exact width of a space or of a hyphen is not kept.
PUNCTUATION = {
    "–": "--", "—": "---", "“": "``", "”": "''", "‘": "`", "’": "'", "ʻ": "`", "ʼ": "'", "‐": "-", "‑": "-",
    "‒": "--", "―": "---", "\u00a0": "~", "\u202f": r"\,", "\u2009": r"\,",
    "¸": r"{\c{}}", "˛": r"{\k{}}", "˙": r"{\.{}}", "˚": r"{\r{}}",
    "−": r"{\ensuremath{-}}", "″": r"{\ensuremath{\prime\prime}}",
}  # fmt: skip

# The ten characters TeX itself reads. BibTeX counts `\{` as a brace, hence the long names.
SPECIALS = {
    "\\": r"\textbackslash{}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$",
}  # fmt: skip


def _pairs(table: str) -> Iterator[tuple[str, str]]:
    words = iter(table.split())
    return zip(words, words, strict=True)


def _symbols() -> dict[str, str]:
    text = {char: f"{{\\{name}}}" for char, name in _pairs(_TEXT)}
    letters = {char: f"{{\\{name}}}" for char, name in LETTERS.items()}
    greek = {char: f"\\ensuremath{{\\mathrm{{{latin}}}}}" for char, latin in LATIN_LOOK.items()}
    mathematics = {char: f"{{\\ensuremath{{{command}}}}}" for char, command in MATH.items()}
    return mathematics | greek | text | letters | PUNCTUATION


# Character -> command inside mathematics.
MATH = {char: f"\\{name}" for char, name in _pairs(_MATH)} | {"ο": "o"}
# Character -> LaTeX in text, for every character listed above but TeX's own.
SYMBOLS = _symbols()
