"""Who acts in a sentence, and which words name a party."""

import pytest

from promises.page_import.parties import named_in_parenthesis, parties_in
from promises.page_import.subjects import subject_of

# one name per word; "_" stands for a space
MUNICIPALITY = """
    kommunen kommunens kommunerna stadens fältassistenterna fältassistenternas ungdomscoacherna
    ungdomscoachen socialtjänsten socialtjänstens socialnämnden parkförvaltningen gatukontoret
    gatukontorets bygglovsenheten miljökontoret skolsköterskan skolsköterskorna rektor rektorn
    rektorerna rektorernas fritidsgården fritidsgårdens fritidsgårdarna fritidsledarna fritidsledare
    överförmyndaren kulturskolan grundskolan grundskolorna gymnasieskolan förskolan förskolorna
    skolan skolans skolorna lärarna pedagogerna elevhälsan elevhälsans elevhälsoteamet skolvärdarna
    trygghetsvärdarna trygghetsvärdar kommunvakterna ordningsvakterna hemtjänsten hemtjänstens
    äldreomsorgen familjecentralen biblioteket bibliotekets bibliotekarierna stadsbiblioteket
    tekniska_förvaltningen samhällsbyggnadsförvaltningen kommunstyrelsen kommunstyrelsens
    kommunledningskontoret kommundirektören säkerhetssamordnaren trygghetssamordnaren
    brottsförebyggaren folkhälsosamordnaren näringslivskontoret medborgarkontoret kontaktcenter
    parkarbetarna gatuenheten fastighetsavdelningen vaktmästarna fastighetsskötarna
    alkoholhandläggaren alkoholhandläggarna tillståndshandläggaren budgetrådgivaren
    konsumentvägledaren kuratorn kuratorerna integrationsenheten arbetsmarknadsenheten boendestödet
    utbildningsförvaltningen
    drogförebyggaren drogsamordnaren ungdomsmottagningen ungdomsgården
    fältgruppen fältarna fältteamet socialsekreterarna socialjouren servicekontoret
    stadsdelsförvaltningen stadsmiljöenheten trafikkontoret simhallen
    parkeringsvakterna stadskansliet områdesutvecklaren stadsdelsutvecklaren kommunalrådet
    oppositionsrådet säkerhetschefen säkerhetsenheten kommunpolitikerna parkenheten gatudriften
    skolledningen fritidsbanken
"""
POLICE = """
    polisen polisens polis poliser poliserna kommunpolisen kommunpolisens områdespolisen
    områdespoliserna områdespolisernas lokalpolisen lokalpolisområdet lokalpolisområdets
    trafikpolisen ungdomspolisen närpolisen polismyndigheten polispatruller polispatrullen
    gränspolisen polisvolontärerna fotpatrullen patrullerna yttre_befäl ridande_polisen sjöpolisen
    polisområdet ungdomspoliserna bylingspolisen bypolisen stadspolisen polisregionen jourpolisen
    kvarterspolisen polisstudenter polisassistenten kommissarien
"""
OTHER = """
    regionen regionens Region_Norrskog räddningstjänsten räddningstjänstens vårdcentralen
    vårdcentralerna sjukhuset ambulansen ambulanspersonalen psykiatrin bostadsbolaget bostadsbolagen
    bostadsbolagets hyresvärden hyresvärdarna hyresvärdarnas fastighetsägarna fastighetsägarnas
    trafikverket vägföreningen vägföreningarna vägsamfälligheten samfällighetsföreningen handlarna
    handlarnas butikerna butiksägarna köpmannaföreningen handelsföreningen krögarna krögarnas
    restaurangägarna restaurangerna försäkringsbolaget försäkringsbolagen nattvandrarna
    nattvandrarnas idrottsföreningarna idrottsföreningarnas fotbollsklubben fotbollsklubbens
    båtklubbarna ridklubben hockeyklubben svenska_kyrkan kyrkan kyrkans församlingen pastoratet
    diakonerna kollektivtrafikbolaget länstrafiken bussbolaget länsstyrelsen länsstyrelsens
    tullverket kustbevakningen hemvärnet byalaget byalagen byalagens byaföreningen
    bygdegårdsföreningen hembygdsföreningen föräldraföreningen föräldraföreningarna föräldrarådet
    hyresgästföreningen pensionärsföreningarna lottakåren scoutkåren scouterna röda_korset
    rädda_barnen kvinnojouren kvinnojourens tjejjouren brottsofferjouren brottsofferjouren
    stadsmissionen väktarna väktarna vaktbolaget bevakningsföretaget skoterklubben åkeriföreningen
    åkarna taxibolaget taxiföretagen energibolaget elnätsbolaget bankerna banken bankens sparbanken
    företagarna företagarföreningen näringslivet centrumföreningen cityföreningen fastighetsbolaget
    hamnbolaget kommunala_bostadsbolaget bostadsstiftelsen köpcentrumet gallerian kulturföreningen
    studieförbunden försvarsmakten åklagaren kriminalvården frivården skatteverket
    arbetsförmedlingen försäkringskassan migrationsverket livsmedelshandlarna apoteket systembolaget
    trafikskolan trafikskolorna bilprovningen folkhögskolan högskolan universitetet jägarna
    jaktlaget jaktlagen fiskevårdsföreningen naturskyddsföreningen moskén missionskyrkan frikyrkorna
    bostadsrättsföreningen bostadsrättsföreningarna brf_Tallen villaägarna villaföreningen
    vägsamfälligheterna räddningsförbundet kommunalförbundet brandkåren brandmännen
"""
NOBODY = """
    polisstation polisanmälan polisanmälningar kommuninvånarna skolgården skolgårdarna skolväg
    skolavslutningen skolmiljön skolloven polisnärvaro polisbilen stadskärnan stadsdelen stadsdelar
    bostadsområdet bostäderna hyresgästerna eleverna ungdomarna föräldrarna vuxna boende invånarna
    besökare medborgarna bilister förare cyklister husägare pensionärer äldre skolbarn
    vårdnadshavare enheter tunneln torget parken centrum badplatsen gatan banan kameror belysningen
    handling handlar kommunikation restaurangbesök krogbesök bankkort bankdosor grannsamverkan
    trygghetsvandring polisutbildning bussarna tåget trafiken vägen hamnen stationen busstationen
    biblioteksböcker fritidsaktiviteter medarbetare polishuset fotbollsplanen skolskjutsen samhället
    förebyggande regionalt kyrkogården bolagsstämma nattvandring polisförhör kommunhuset stadsparken
    stadshuset regelverket nätverket hantverket
"""


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        (MUNICIPALITY, ("municipality",)),
        (POLICE, ("police",)),
        (OTHER, ("other",)),
        (NOBODY, ()),
    ],
)
def test_words_name_their_party(words, parties):
    named = {word: parties_in(word.replace("_", " ")) for word in words.split()}

    assert named == dict.fromkeys(named, parties)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Räddningstjänsten fick aldrig i gång kursen.", "other"),
        ("Vid sidan av det som stod i löftet märkte polisen cyklar.", "police"),
        ("Bladet valde vi bort.", "we"),
        ("Ber en byaförening om besök, så kommer vi.", "we"),
        ("Är ni en förening eller butik? Bjud in oss, så kommer vi.", "we"),
        ("Om en skola ringer kommer polisen inom en timme.", "police"),
        ("När föreningen behöver hjälp ställer kommunen upp.", "municipality"),
        ("Vill en butik ha besök kommer polisen.", "police"),
        (
            "Tillsynsrundorna, som kommunens alkoholhandläggare och polisen går tillsammans, blev färre.",
            "municipality police",
        ),
        ("Nattvandringen, som föräldraföreningen håller i, pågår fortfarande.", "other"),
        ("Ja, fotbollsklubbens nattvandrare var ute nitton gånger.", "other"),
        ("Varje fredag är fältassistenterna ute på stan.", "municipality"),
        ("I samverkan med kommunen besöker polisen alla skolor.", "police"),
        ("Tillsammans med nattvandrarna går fritidsledarna en runda.", "municipality"),
        ("Polisen besöker skolorna tillsammans med räddningstjänsten.", "police"),
        ("Polisen och skolan bjuder in föräldrarna.", "municipality police"),
        ("Skolorna får besök av polisen.", "police"),
        ("Skolorna besöks av räddningstjänsten varje höst.", "other"),
        ("Eleverna får information av polisen och socialtjänsten.", "municipality police"),
        ("Klotter saneras av bostadsbolaget.", "other"),
        ("Belysningen byts ut.", ""),
        ("Belysningen på skolan byts ut.", ""),
        ("Parken vid biblioteket rustas upp.", ""),
        ("En trygghetsvandring ordnas i samverkan med byaföreningen.", ""),
        ("Besök i skolan varje höst.", ""),
        ("Synlig polis på torget.", ""),
        ("Fler poliser i yttre tjänst.", ""),
        ("Kommunens bostadsbolag byter lås.", "other"),
        ("Bostadsbolagets trygghetsvärdar går ronder.", "other"),
        ("Regionens vårdcentraler frågar om våld.", "other"),
        ("Vi besöker skolan varje termin.", "we"),
        ("Under hösten har vi delat ut reflexer.", "we"),
        ("Kommunpolisen håller öppet hus på biblioteket.", "police"),
        ("Elever i årskurs 8 får träffa polisen.", ""),
        ("Föräldrar bjuds in till möten med skolan och polisen.", ""),
        ("Socialtjänsten erbjuder samtal när polisen har ringt.", "municipality"),
        ("Tekniska kontoret klipper buskar.", "municipality"),
        ("Kultur- och fritidsförvaltningen håller öppet.", "municipality"),
        ("Det gör polisen genom att synas.", "police"),
        ("Hyresvärdarna i området låser källarna.", "other"),
        ("Mottagning med kommunpolisen på torsdagar.", ""),
        ("Poliser till fots i centrum.", "police"),
        ("Polis på plats vid skolstart.", "police"),
        ("Fotpatrullen korsar torget.", "police"),
        ("Krögarna bär in sina möbler.", "other"),
        ("Brandmän visar hur man släcker.", "other"),
        ("Ambulanspersonalen berättar om olyckor.", "other"),
        ("Vandringar hålls med hyresgästföreningen.", ""),
        (
            "Polisen, kommunen och fastighetsägarna går trygghetsvandringar.",
            "municipality police other",
        ),
        ("Både kommunen och polisen bjuder in.", "municipality police"),
        ("Rektorerna på skolorna bjuder in polisen.", "municipality"),
        ("Representanter för kommunen och polisen finns på plats.", "municipality police"),
        ("Personal från socialtjänsten är med på festivalen.", "municipality"),
    ],
)
def test_subject_acts(text, subject):
    found = subject_of(text)

    assert " ".join([*(["we"] if found.is_we else []), *found.parties]) == subject


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Fyra besök (kultur och fritid)", ("municipality",)),
        ("Låsta containrar (kommunernas fastighetsbolag, handlarna)", ("other",)),
        ("Ronder (bostadsbolagets trygghetsvärdar)", ("other",)),
        ("Möten (polisens samordnare)", ("police",)),
        ("Skyltfönster (centrumhandeln)", ("other",)),
    ],
)
def test_owner_and_department_in_parenthesis(text, parties):
    assert named_in_parenthesis(text) == parties
