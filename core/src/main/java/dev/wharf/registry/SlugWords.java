package dev.wharf.registry;

import java.util.random.RandomGenerator;

/** The words of identifiers: 241 times 276 pairs, each pleasant to read out on the telephone. */
final class SlugWords {
    private static final String[] ADJECTIVES = split(
            """
            able amber ample apt arch arid ashen avid azure balmy basic beady bold bonny bossy brave breezy
            brief bright brisk broad bubbly calm candid canny careful casual cheery chilly civil classic
            clean clear clever cloudy coastal cobalt comfy cool copper coral cosmic cosy crafty crisp cubic
            curious curly daily dainty dapper daring dear deep deft dewy distant dreamy dry dusky dusty
            eager early earnest easy elated elegant elfin even exact fabled fair famous fancy fast fine firm
            fleet fluent fond frank free fresh friendly frosty frugal full fuzzy gentle giant gifted glad
            glossy golden good grand grassy great green handy happy hardy hazel hearty hidden high honest
            humble icy ideal indigo inner ivory jade jaunty jolly jovial joyful keen kind large late lean
            lively local lofty loud loyal lucid lucky lunar lush lyric magic major mellow merry mighty mild
            minty misty modern modest mossy narrow native neat new nimble noble novel oaken olive open
            orderly pale patient placid plain playful plucky polar polite prime proper proud quaint quick
            quiet rapid rare ready rich ripe roomy rosy round royal ruby rural rustic sandy serene sharp
            shiny short silent silky silver simple sleek slow small smart smooth snowy sober soft solar
            solid spare spicy steady stellar still stout strong sturdy subtle sunny supple sweet swift tall
            tame tangy tender thrifty tidy tiny topaz tranquil trim true trusty upbeat urban useful vast
            velvet verdant vivid warm wavy wide wild windy wise witty young zesty
            """);

    private static final String[] NOUNS = split(
            """
            acorn acre alder alpaca anchor antler apple apricot arbor arch ash aspen atlas aurora badger
            bamboo banjo barge barley basin bay beacon beaver beech bell berry birch bison bloom bluff boat
            bonfire book boulder bramble branch breeze brick bridge brook buoy cabin cactus canal candle
            canoe canyon cape cedar cello channel cherry chestnut cliff cloud clover coast comet compass
            condor copse coral corner cotton cove crane crater creek crest crocus crow current cypress daisy
            dawn deer delta dock dolphin dove drift dune eagle echo elder elm ember falcon feather fern
            ferry field finch fjord flame flint float forest fountain fox frigate galaxy garden garnet gate
            gazelle geyser ginger glacier glade glen goose gorge grain granite grove gull harbor hare
            harmony harp haven hawk hazel heath hedge heron hill hollow horizon ibis inlet iris island
            jasmine jay jetty juniper kayak keel kelp kestrel kettle kite lagoon lake lantern larch lark
            laurel ledge lemon lichen lily linden lynx magnet maple marble market marsh meadow melon mesa
            meteor mill mint mirror moon moose moss mountain nebula nectar newt oak oar oasis ocean orbit
            orchard orchid otter owl oyster palm panda path peach pear pearl pebble pelican pepper petal
            pier pine plain planet plateau plum pond poplar poppy prairie puffin quarry quartz quay quill
            rain rapids raven reed reef ridge river robin rocket root rose rudder sail salmon sand sapling
            schooner seal sequoia shell shore sky sloop snow sparrow spring spruce squall star stone stork
            stream summit sun swallow swan tern thicket thistle thrush tide timber topaz torch trail tree
            trout tulip tundra valley vapor vine violet walnut walrus wave wharf wheat whistle willow wind
            wolf wren yacht yew zephyr
            """);

    private SlugWords() {}

    static String adjective(RandomGenerator random) {
        return ADJECTIVES[random.nextInt(ADJECTIVES.length)];
    }

    static String noun(RandomGenerator random) {
        return NOUNS[random.nextInt(NOUNS.length)];
    }

    private static String[] split(String words) {
        return words.strip().split("\\s+");
    }
}
