// The official Go client around packages and connections: groups, their users and destinations, the metadata of the service, and each
// field of a connection that the vendor's Terraform provider takes for granted.
// Arguments: the address of the API, a group and a connection in it.
package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"dev.wharf/interop/expect"
	"github.com/fivetran/go-fivetran"
	"github.com/fivetran/go-fivetran/connections"
)

var (
	ctx    = context.Background()
	client = fivetran.New(os.Getenv("KEY"), os.Getenv("SECRET"))
)

func main() {
	address, groupID, connectionID := os.Args[1], os.Args[2], os.Args[3]
	client.BaseURL(address + "/v1")
	group(groupID)
	service()
	neverAbsent(groupID, connectionID)
	kept(connectionID)
	synced(connectionID)
	expect.All()
}

func group(id string) {
	renamed, err := client.NewGroupUpdate().GroupID(id).Name("renamed").Do(ctx)
	expect.Holds("group renamed", err, renamed.Data.Name == "renamed", renamed.Data.Name)
	users, err := client.NewGroupListUsers().GroupID(id).Do(ctx)
	expect.Holds("users of the group", err, len(users.Data.Items) > 0, len(users.Data.Items))
	destinations, err := client.NewDestinationsList().Do(ctx)
	expect.Holds("destinations listed", err, len(destinations.Data.Items) > 0, len(destinations.Data.Items))
	destination, err := client.NewDestinationDetails().DestinationID(id).Do(ctx)
	expect.Holds("the group's destination", err, destination.Data.GroupID == id, destination.Data.SetupStatus)
}

func service() {
	listed, err := client.NewMetadataList().Do(ctx)
	expect.Holds("connector types listed", err, len(listed.Data.Items) > 0, len(listed.Data.Items))
	details, err := client.NewMetadataDetails().Service("connector_sdk").Do(ctx)
	expect.Holds("connector type", err, details.Data.ID == "connector_sdk", details.Data.ID)
}

// The provider reads these through pointers without a look at whether they are there, in details and in lists.
func neverAbsent(groupID, connectionID string) {
	read, err := client.NewConnectionDetails().ConnectionID(connectionID).DoCustom(ctx)
	present("connection read", err, read.Data.DetailsResponseDataCommon)
	all, err := client.NewConnectionsList().Do(ctx)
	for _, one := range all.Data.Items {
		present("connection in the list", err, one)
	}
	inGroup, err := client.NewGroupListConnections().GroupID(groupID).Do(ctx)
	expect.Holds("connections of the group", err, len(inGroup.Data.Items) > 0, len(inGroup.Data.Items))
}

func present(what string, err error, one connections.DetailsResponseDataCommon) {
	for name, held := range map[string]bool{
		"service_version":           one.ServiceVersion != nil,
		"sync_frequency":            one.SyncFrequency != nil,
		"paused":                    one.Paused != nil,
		"pause_after_trial":         one.PauseAfterTrial != nil,
		"schedule_type":             one.ScheduleType != "",
		"data_delay_sensitivity":    one.DataDelaySensitivity != "",
		"data_delay_threshold":      one.DataDelayThreshold != nil,
		"networking_method":         one.NetworkingMethod != "",
		"status.setup_state":        one.Status.SetupState != "",
		"status.sync_state":         one.Status.SyncState != "",
		"status.update_state":       one.Status.UpdateState != "",
		"status.is_historical_sync": one.Status.IsHistoricalSync != nil,
	} {
		if err != nil || !held {
			expect.Holds(what+": "+name, err, false, "absent")
		}
	}
	expect.Holds(what, err, true, "no field is absent but those said above")
}

func kept(connectionID string) {
	daily := 1440
	_, err := client.NewConnectionUpdate().
		ConnectionID(connectionID).
		SyncFrequency(&daily).
		DailySyncTime("05:00").
		ScheduleType("manual").
		PauseAfterTrial(false).
		DataDelaySensitivity("LOW").
		DoCustom(ctx)
	expect.Holds("settings of its schedule", err, true, "changed")
	read, err := client.NewConnectionDetails().ConnectionID(connectionID).DoCustom(ctx)
	seen := fmt.Sprint(read.Data.DailySyncTime, " ", read.Data.ScheduleType, " ", told(read.Data.PauseAfterTrial), " ", read.Data.DataDelaySensitivity)
	expect.Holds("settings read again", err, seen == "05:00 manual false LOW", seen)
}

func told(value *bool) string {
	if value == nil {
		return "absent"
	}
	return fmt.Sprint(*value)
}

// A sync that was asked for ends, and its time is told.
func synced(connectionID string) {
	before, err := client.NewConnectionDetails().ConnectionID(connectionID).DoCustom(ctx)
	expect.Holds("before the sync", err, true, before.Data.Status.SyncState)
	_, err = client.NewConnectionSync().ConnectionID(connectionID).Do(ctx)
	expect.Holds("sync", err, true, "asked for")
	after := before
	for tries := 0; tries < 200 && err == nil && !after.Data.SucceededAt.After(before.Data.SucceededAt); tries++ {
		time.Sleep(250 * time.Millisecond)
		after, err = client.NewConnectionDetails().ConnectionID(connectionID).DoCustom(ctx)
	}
	expect.Holds("its end is told", err, after.Data.SucceededAt.After(before.Data.SucceededAt), after.Data.Status.SyncState)
	schema, err := client.NewConnectionSchemaDetails().ConnectionID(connectionID).Do(ctx)
	expect.Holds("its schema", err, true, len(schema.Data.Schemas))
}
